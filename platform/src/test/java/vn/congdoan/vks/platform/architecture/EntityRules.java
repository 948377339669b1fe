package vn.congdoan.vks.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/// What an entity is: an aggregate that guards its own state.
final class EntityRules {

    /// Records are values, whole from the start; what is said here is about things with a life.
    private static final DescribedPredicate<JavaClass> ENTITY = describe(
            "are entities",
            each -> !each.isRecord()
                    && (each.isAnnotatedWith("jakarta.persistence.Entity")
                            || each.isAnnotatedWith("jakarta.persistence.Embeddable")
                            || each.isAnnotatedWith("jakarta.persistence.MappedSuperclass")));

    static final ArchRule NO_SETTERS = noMethods()
            .that()
            .areDeclaredInClassesThat(ENTITY)
            .should()
            .haveNameMatching("set([A-Z].*)?")
            .because("state changes by what happened (admit, end, approve), which guards the transition");

    static final ArchRule CLOSED_FIELDS = fields().that()
            .areDeclaredInClassesThat(ENTITY)
            .should(beClosed())
            .because("nobody outside may change an aggregate past its own guards");

    static final ArchRule NOT_MADE_EMPTY = classes()
            .that(ENTITY)
            .should(haveConstructorForTheFrameworkOnly())
            .because("the framework fills an empty one; everybody else gets a whole one from a method with a name");

    static final List<ArchRule> ALL = List.of(NO_SETTERS, CLOSED_FIELDS, NOT_MADE_EMPTY);

    private EntityRules() {}

    private static ArchCondition<JavaField> beClosed() {
        return new ArchCondition<>("be private, or package-private in a package-private class") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean wholeClassIsPackagePrivate = isPackagePrivate(field.getOwner());
                boolean closed = field.getModifiers().contains(JavaModifier.PRIVATE)
                        || (wholeClassIsPackagePrivate && isPackagePrivate(field));
                events.add(new SimpleConditionEvent(field, closed, field.getDescription() + " is open to others"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveConstructorForTheFrameworkOnly() {
        return new ArchCondition<>("have a no-argument constructor that is not public") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                boolean kept = entity.tryGetConstructor()
                        .filter(empty -> !empty.getModifiers().contains(JavaModifier.PUBLIC))
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        entity, kept, entity.getDescription() + " has a public no-argument constructor, or none"));
            }
        };
    }

    private static boolean isPackagePrivate(JavaClass type) {
        return type.getModifiers().stream().noneMatch(EntityRules::widensOrNarrows);
    }

    private static boolean isPackagePrivate(JavaField field) {
        return field.getModifiers().stream().noneMatch(EntityRules::widensOrNarrows);
    }

    private static boolean widensOrNarrows(JavaModifier modifier) {
        return modifier == JavaModifier.PUBLIC
                || modifier == JavaModifier.PROTECTED
                || modifier == JavaModifier.PRIVATE;
    }
}
