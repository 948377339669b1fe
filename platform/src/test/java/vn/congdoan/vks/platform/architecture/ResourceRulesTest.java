package vn.congdoan.vks.platform.architecture;

import org.junit.jupiter.api.Test;

class ResourceRulesTest {

    private final Planted resources = Planted.in("resource");

    @Test
    void a_resource_runs_on_virtual_threads() {
        resources.onlyRefused(
                ResourceRules.ON_VIRTUAL_THREADS, "BlockingResource", "QueryingResource", "ReadingResource");
        resources.accepted(ResourceRules.ON_VIRTUAL_THREADS, "OrderlyResource");
    }

    @Test
    void a_resource_stands_under_the_public_or_the_internal_path() {
        resources.onlyRefused(ResourceRules.UNDER_A_KNOWN_PATH, "StrayResource");
        resources.accepted(ResourceRules.UNDER_A_KNOWN_PATH, "OrderlyResource");
        resources.accepted(ResourceRules.UNDER_A_KNOWN_PATH, "GuardedResource");
    }

    @Test
    void a_resource_is_called_one() {
        resources.onlyRefused(ResourceRules.NAMED_RESOURCE, "Endpoint");
        resources.accepted(ResourceRules.NAMED_RESOURCE, "OrderlyResource");
    }

    @Test
    void a_public_operation_needs_a_permission() {
        resources.onlyRefused(ResourceRules.NEED_A_PERMISSION, "OpenResource");
        resources.accepted(ResourceRules.NEED_A_PERMISSION, "OrderlyResource");
    }

    @Test
    void an_internal_operation_refuses_strangers_by_itself() {
        resources.onlyRefused(ResourceRules.INTERNAL_ONES_REFUSE, "TrustingResource");
        resources.accepted(ResourceRules.INTERNAL_ONES_REFUSE, "GuardedResource");
    }

    @Test
    void a_resource_and_what_is_inside_it_leaves_the_database_to_others() {
        resources.onlyRefused(ResourceRules.THIN, "QueryingResource", "ReadingResource");
        resources.accepted(ResourceRules.THIN, "OrderlyResource");
    }
}
