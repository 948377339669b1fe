package vn.congdoan.vks.membership.member;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.sql.Sql;

/// Puts together everything that is kept about a person, for the person (law 91/2025/QH15: whoever the data is about
/// may see it and have a copy). The export itself is audited.
@ApplicationScoped
class ExportingPersons {

    /// Why it may be kept: the union's own tasks, and the law that limits them.
    private static final List<String> LEGAL_BASIS = List.of(
            "Luật Công đoàn số 50/2024/QH15 và Điều lệ Công đoàn Việt Nam: quản lý đoàn viên",
            "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Nghị định 356/2025/NĐ-CP: xử lý và cung cấp dữ liệu cho chủ thể");

    /// More of one person is not kept.
    private static final int ALL = 10_000;

    private static final String READS = """
            select at, issuer, subject, purpose from audit_entry
            where resource_id = any (?) and resource_type = 'member' and action = 'read-sensitive'
            order by audit_entry_id desc
            limit 1000
            """;

    private final Members members;
    private final MemberHistory history;
    private final MemberViews views;
    private final ChangeRequests requests;
    private final RequestingChanges requesting;
    private final List<AboutPerson> others;
    private final Units units;
    private final Caller caller;
    private final AuditTrail trail;
    private final Sql sql;
    private final Clock clock;

    ExportingPersons(
            Members members,
            MemberHistory history,
            MemberViews views,
            ChangeRequests requests,
            RequestingChanges requesting,
            @All List<AboutPerson> others,
            Units units,
            Caller caller,
            AuditTrail trail,
            Sql sql,
            Clock clock) {
        this.members = members;
        this.history = history;
        this.views = views;
        this.requests = requests;
        this.requesting = requesting;
        this.others = others;
        this.units = units;
        this.caller = caller;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    /// @param purpose what for; the read is audited with it
    PersonExport export(Member member, String purpose) {
        MemberId id = member.id();
        UUID[] ids = members.ofPerson(id).stream().map(MemberId::value).toArray(UUID[]::new);
        List<PersonExport.Read> reads =
                mayReadTrail(member) ? sql.list(READS, ExportingPersons::read, (Object) ids) : List.of();
        MemberView shown = views.whole(member, purpose);
        trail.changed("export", "member", id.value(), member.unitId(), List.of());
        Map<String, List<?>> kept = new LinkedHashMap<>();
        List<Member> records = Arrays.stream(ids)
                .map(each -> members.require(new MemberId(each)))
                .toList();
        List<Member> merged = records.subList(1, records.size());
        others.forEach(each -> kept.put(
                each.name(),
                records.stream()
                        .flatMap(record -> each.of(record.id()).stream())
                        .toList()));
        return new PersonExport(
                clock.instant(),
                LEGAL_BASIS,
                shown,
                member.counted().stream().map(this::placed).toList(),
                history.page(id, HistoryEntry.Sight.WHOLE, null, ALL),
                records.stream().flatMap(this::requested).toList(),
                merged.isEmpty()
                        ? null
                        : merged.stream()
                                .map(each -> views.whole(each, purpose))
                                .toList(),
                kept,
                reads);
    }

    /// Who looked at the person is told to the person and to those who read the trail, not to every officer.
    private boolean mayReadTrail(Member member) {
        return caller.isMember(member.id()) || caller.reach(Permission.READ_AUDIT, member.unitId()) == Reach.SCOPE;
    }

    private Stream<ChangeRequestView> requested(Member member) {
        return requests.ofMember(member.id(), null, ALL).stream().map(each -> requesting.whole(each, member));
    }

    private PersonExport.Placed placed(MemberState.Counted counted) {
        UnitRef unit = units.require(counted.unitId()).refOn(shownOn(counted));
        return new PersonExport.Placed(unit, counted.validFrom(), counted.validTo());
    }

    private LocalDate shownOn(MemberState.Counted counted) {
        LocalDate end = counted.validTo();
        return end == null ? LocalDate.now(clock) : end.minusDays(1);
    }

    private static PersonExport.Read read(ResultSet row) throws SQLException {
        return new PersonExport.Read(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Principal(row.getString("issuer"), row.getString("subject")),
                row.getString("purpose"));
    }
}
