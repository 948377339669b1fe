package vn.congdoan.vks.platform.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

    private static final String MINE = Planted.ROOT + ".module.mine";

    @Test
    void features_do_not_need_each_other_in_a_circle() {
        EvaluationResult circle = ModuleRules.noCycles(Planted.ROOT + ".cycle")
                .evaluate(Planted.in("cycle").classes());
        String report = circle.getFailureReport().toString();
        assertTrue(report.contains("cycle.first.Chicken") && report.contains("cycle.second.Egg"), report);

        EvaluationResult straight =
                ModuleRules.noCycles(MINE).evaluate(Planted.in("module.mine").classes());
        assertFalse(straight.hasViolation(), () -> straight.getFailureReport().toString());
    }

    @Test
    void a_module_needs_only_itself_and_the_platform() {
        Planted mine = Planted.in("module.mine");
        mine.onlyRefused(ModuleRules.ownPackagesOnly(MINE), "Trespasser");
        mine.accepted(ModuleRules.ownPackagesOnly(MINE), "Neighbourly");
    }

    @Test
    void production_code_needs_no_test_library() {
        Planted libraries = Planted.in("library");
        libraries.onlyRefused(ModuleRules.NO_TEST_LIBRARIES, "Tested");
        libraries.accepted(ModuleRules.NO_TEST_LIBRARIES, "Plain");
    }

    @Test
    void every_package_says_where_null_is_allowed() {
        Planted.in("unmarked").onlyRefused(ModuleRules.NULL_MARKED, "Unmarked");
        Planted.in("marked").accepted(ModuleRules.NULL_MARKED, "Marked");
    }

    @Test
    void a_class_is_public_only_where_another_feature_needs_it_or_what_is_in_it() {
        Planted mine = Planted.in("module.mine");
        mine.onlyRefused(ModuleRules.publicOnlyForOthers(MINE), "Boastful");
        mine.accepted(ModuleRules.publicOnlyForOthers(MINE), "Shared");
        mine.accepted(ModuleRules.publicOnlyForOthers(MINE), "Nest");
    }
}
