package vn.congdoan.vks.welfare.donor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;

/// Finds out who donors are.
@ApplicationScoped
public class Donors {

    private final KnownMembers members;
    private final Directory directory;

    Donors(KnownMembers members, Directory directory) {
        this.members = members;
        this.directory = directory;
    }

    /// Who it is, asked from membership-service if not known yet: so before a transaction, not within one.
    public Giver ask(Donor donor) {
        return giver(donor, Optional.ofNullable(donor.memberId()).flatMap(members::find), this::union);
    }

    /// Who each of them is, as far as it is known here, in one query.
    public Function<Donor, Giver> known(Collection<Donor> donors) {
        Map<MemberId, KnownMember> known = members.known(
                donors.stream().map(Donor::memberId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UnitId, Optional<UnitId>> unions = new HashMap<>();
        return donor -> giver(
                donor,
                Optional.ofNullable(donor.memberId()).map(known::get),
                unit -> unions.computeIfAbsent(unit, this::union));
    }

    private static Giver giver(Donor donor, Optional<KnownMember> member, Function<UnitId, Optional<UnitId>> unions) {
        Optional<UnitId> ofUnit = Optional.ofNullable(donor.unitId()).flatMap(unions);
        return new Giver(donor, member, member.map(KnownMember::ownerUnionId).or(() -> ofUnit));
    }

    private Optional<UnitId> union(UnitId unit) {
        return directory.place(unit).map(UnitPlace::unionId);
    }
}
