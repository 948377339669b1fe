package vn.congdoan.vks.membership.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.membership.member.MembersReorganized;
import vn.congdoan.vks.membership.member.PlacementsChanged;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.sql.Sql;

/// Lets exemptions follow what happens to those who have them: with the membership they end, and to another union they
/// go
/// along.
@ApplicationScoped
class ExemptionsOfMembers {

    private static final String REORGANIZED = """
            select distinct member_id from dues_exemption join membership_step step using (member_id)
            where step.reorganization_id = ?
            """;

    private final DuesExemptions exemptions;
    private final MemberPlaces members;
    private final Directory directory;
    private final ChangeLog log;
    private final Sql sql;
    private final Clock clock;

    ExemptionsOfMembers(
            DuesExemptions exemptions, MemberPlaces members, Directory directory, ChangeLog log, Sql sql, Clock clock) {
        this.exemptions = exemptions;
        this.members = members;
        this.directory = directory;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    void placementsChanged(@Observes PlacementsChanged changed) {
        settle(changed.member());
    }

    void membersReorganized(@Observes MembersReorganized reorganized) {
        sql.list(REORGANIZED, row -> new MemberId(row.getObject(1, UUID.class)), reorganized.reorganization())
                .forEach(this::settle);
    }

    private void settle(MemberId member) {
        List<DuesExemption> granted = exemptions.ofMemberToChange(member);
        if (granted.isEmpty()) {
            return;
        }
        Optional<LocalDate> left = members.firstDayWithout(member);
        left.ifPresent(day -> granted.stream()
                .filter(each -> each.lastsBeyond(day))
                .forEach(each -> endWithTheMembership(each, day)));
        UnitId union = members.requireUnion(member);
        LocalDate today = LocalDate.now(clock);
        granted.stream()
                .filter(each -> each.lastsBeyond(today) && !each.ownerUnionId().equals(union))
                .forEach(each -> goTo(each, union, today));
    }

    private void endWithTheMembership(DuesExemption exemption, LocalDate day) {
        exemption.endWithTheMembership(day);
        exemptions.flush();
        log.append(exemption.change("ended", day, audience(exemption.ownerUnionId())));
    }

    private void goTo(DuesExemption exemption, UnitId union, LocalDate today) {
        Audience left = audience(exemption.ownerUnionId());
        exemption.goTo(union);
        exemptions.flush();
        log.append(exemption.change("moved", today, audience(union).and(left)));
    }

    private Audience audience(UnitId union) {
        return Audience.ofUnionAt(directory.place(union).orElseThrow());
    }
}
