package vn.congdoan.vks.platform.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a service must know of the organization to decide who may do what. Membership-service owns the facts.
public interface Directory {

    /// The assignments in force today and the linked member of an account; empty for an unknown one.
    Standing standing(Principal principal);

    /// The same, not older than five seconds: for decisions and payments. 503 where nobody can say.
    Standing freshStanding(Principal principal);

    /// Where a unit stands today; empty if there is no such unit.
    Optional<UnitPlace> place(UnitId unit);

    /// The unit and all units below it inside its union, today.
    Set<UnitId> subtree(UnitId unit);

    /// Where the members of a unit are on a day: in it and in the units below it inside its union; after it has
    /// ended, in those of its successors.
    Set<UnitId> unitsOfMembers(UnitId unit, LocalDate day);

    /// All units of the unions below this union, today.
    Set<UnitId> overseen(UnitId union);
}
