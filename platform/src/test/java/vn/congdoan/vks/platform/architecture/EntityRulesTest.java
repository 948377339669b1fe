package vn.congdoan.vks.platform.architecture;

import org.junit.jupiter.api.Test;

class EntityRulesTest {

    private final Planted entities = Planted.in("entity");

    @Test
    void an_entity_has_no_setters() {
        entities.onlyRefused(EntityRules.NO_SETTERS, "SettableThing");
        entities.accepted(EntityRules.NO_SETTERS, "OrderlyThing");
    }

    @Test
    void the_fields_of_an_entity_are_open_to_its_package_at_most_and_only_if_it_is_itself() {
        entities.onlyRefused(EntityRules.CLOSED_FIELDS, "OpenThing", "PublicRow");
        entities.accepted(EntityRules.CLOSED_FIELDS, "OrderlyThing");
        entities.accepted(EntityRules.CLOSED_FIELDS, "PlainRow");
    }

    @Test
    void only_the_framework_makes_an_empty_entity() {
        entities.onlyRefused(EntityRules.NOT_MADE_EMPTY, "HollowThing", "UnmakeableThing");
        entities.accepted(EntityRules.NOT_MADE_EMPTY, "OrderlyThing");
    }
}
