package vn.congdoan.vks.acceptance.node;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.World;

/// Gives tests the [Province] with its node. The first test that asks founds it; before each one its link
/// is healed, and after the last one the node is stopped and deleted.
final class ProvinceUnderTest implements ParameterResolver, BeforeEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(ProvinceUnderTest.class);
    private static final String NODE = "qng";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Province.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return province(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        province(context).link("heal");
    }

    private static Province province(ExtensionContext context) {
        SystemUnderTest system = new SystemUnderTest();
        LocalSystem central = system.system(context);
        World world = system.world(context);
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Founded.class, key -> new Founded(Province.found(world, central, NODE)), Founded.class)
                .province();
    }

    private record Founded(Province province) implements AutoCloseable {

        @Override
        public void close() {
            province.node().dev("reset").requireSuccess();
        }
    }
}
