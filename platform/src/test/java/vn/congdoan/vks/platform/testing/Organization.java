package vn.congdoan.vks.platform.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The small organization that [PlayedMembership] knows: the central union with a section, Quảng Ngãi with two sections
/// and a group, Nghệ An with a section.
public enum Organization {
    VKSTC(1, null, true),
    VKSTC_01(2, VKSTC, false),
    QNG(51, VKSTC, true),
    QNG_01(52, QNG, false),
    QNG_01_A(53, QNG_01, false),
    QNG_02(54, QNG, false),
    NAN(40, VKSTC, true),
    NAN_01(41, NAN, false);

    /// The day on which all members joined.
    public static final LocalDate MEMBERS_FROM = LocalDate.of(2010, 1, 1);

    /// The first day on which former members were none any more.
    public static final LocalDate FORMER_MEMBERS_UNTIL = LocalDate.of(2024, 7, 1);

    private final int number;
    private final @Nullable Organization parent;
    private final boolean isUnion;

    Organization(int number, @Nullable Organization parent, boolean isUnion) {
        this.number = number;
        this.parent = parent;
        this.isUnion = isUnion;
    }

    /// The unit's id: the same in every run.
    public UUID id() {
        return UUID.fromString("019366a0-0000-7000-8000-%012d".formatted(number));
    }

    /// A member of this unit.
    public UUID member() {
        return UUID.fromString("019366a0-0000-7000-8001-%012d".formatted(number));
    }

    /// Somebody who was a member here and is no longer.
    public UUID formerMember() {
        return UUID.fromString("019366a0-0000-7000-8002-%012d".formatted(number));
    }

    /// The account that holds a role here, for [Tokens]: the subject says what it is, `OFFICER@QNG_01`.
    public String account(String role) {
        return role + "@" + name();
    }

    static Optional<Organization> of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id().toString().equals(id))
                .findFirst();
    }

    Optional<Organization> parent() {
        return Optional.ofNullable(parent);
    }

    String kind() {
        if (!isUnion) {
            return "SECTION";
        }
        return parent == null ? "CENTRAL_UNION" : "PROVINCIAL_UNION";
    }

    Organization union() {
        return isUnion || parent == null ? this : parent.union();
    }

    /// The unit and everything above it inside its union.
    List<Organization> within() {
        return above(this).stream().filter(each -> each.union() == union()).toList();
    }

    List<Organization> unionsAbove() {
        return above(union().parent).stream().filter(each -> each.isUnion).toList();
    }

    Set<Organization> subtree() {
        return Arrays.stream(values())
                .filter(each -> each.within().contains(this))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<Organization> overseen() {
        return Arrays.stream(values())
                .filter(each -> each.unionsAbove().contains(this))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Organization> above(@Nullable Organization lowest) {
        List<Organization> line = new ArrayList<>();
        for (Organization each = lowest; each != null; each = each.parent) {
            line.add(each);
        }
        return line;
    }
}
