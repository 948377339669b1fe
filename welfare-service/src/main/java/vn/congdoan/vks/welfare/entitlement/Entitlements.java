package vn.congdoan.vks.welfare.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.support.Beneficiary;

/// Who is entitled and not supported yet: asked anew each time, so that it follows from what is known at the moment.
/// What was asked for counts for the happening before it: of two in a row the second is not served by what was asked
/// for the first.
@ApplicationScoped
class Entitlements {

    /// Happenings further back than any rule reaches, or further ahead.
    private static final int DAYS_BACK = 1100;

    private static final int DAYS_AHEAD = 740;

    private static final String WHO = """
            with place as materialized (
                select * from unnest(?::uuid[], ?::uuid[]) as told (unit_id, union_id)
            ),
            asked as materialized (select ?::date as first_day, ?::date as last_day, ?::date as today),
            rule as materialized (
                select rule.*, lead(valid_from, 1, 'infinity') over (partition by unit_id, reason order by valid_from) as valid_to
                from entitlement_rule rule where unit_id in (select union_id from place)
            ),
            person as materialized (
                select member_id, place.unit_id, union_id, full_name, status, state->>'endReason' as end_reason, placed, left_on
                from directory_member member join place using (unit_id)
                cross join lateral (
                    select range_agg(daterange((each->>'validFrom')::date, (each->>'validTo')::date)) as placed,
                        max((each->>'validTo')::date) as left_on
                    from jsonb_array_elements(state->'placements') each) counted
                where member.unit_id = any (array(select unit_id from place)) and status in ('ACTIVE', 'ENDED')
                    and state->>'erasedAt' is null and %1$s
            ),
            happening as (
                -- What membership tells.
                select rule.rule_id, member_id, person.unit_id, full_name, true as retired, left_on as day, left_on as cover_from,
                    'MEMBERSHIP' as source, null::uuid as source_id
                from person
                join rule on rule.unit_id = union_id and rule.reason = end_reason
                    and left_on >= rule.valid_from and left_on < rule.valid_to
                where person.status = 'ENDED' and end_reason in ('RETIRED', 'DECEASED')
                union all
                -- What officers noted.
                select rule.rule_id, member_id, person.unit_id, full_name, person.status <> 'ACTIVE', happened_on, happened_on,
                    'LIFE_EVENT', event_id
                from person
                join life_event event using (member_id)
                join rule on rule.unit_id = union_id and rule.reason = case event.kind
                        when 'BEREAVEMENT' then 'BEREAVED' when 'ILLNESS' then 'LONG_ILLNESS' else event.kind end
                    and happened_on >= rule.valid_from and happened_on < rule.valid_to
                where withdrawn_at is null and (person.status = 'ACTIVE' or end_reason = 'RETIRED')
                    and happened_on + rule.after_days <= least((select today from asked), ended_on)
                union all
                -- Cases of illness that are still open, where nobody noted the illness itself.
                select rule.rule_id, member_id, person.unit_id, full_name, person.status <> 'ACTIVE', requested_on, requested_on,
                    'SUPPORT_CASE', case_id
                from person
                join support_case using (member_id)
                join rule on rule.unit_id = union_id and rule.reason = 'LONG_ILLNESS' and rule.kind <> 'ILLNESS'
                    and requested_on >= rule.valid_from and requested_on < rule.valid_to
                where support_case.kind = 'ILLNESS' and beneficiary_kind in ('MEMBER', 'RETIREE')
                    and support_case.status in ('REQUESTED', 'VERIFIED', 'PROPOSED', 'APPROVED')
                    and (person.status = 'ACTIVE' or end_reason = 'RETIRED')
                    and requested_on + rule.after_days <= (select today from asked)
                    and not exists (
                        select from life_event event
                        where event.member_id = support_case.member_id and event.kind = 'ILLNESS' and withdrawn_at is null
                            and happened_on <= requested_on + rule.after_days
                            and coalesce(ended_on, 'infinity') >= requested_on)
                union all
                -- The calendar.
                select rule.rule_id, member_id, person.unit_id, full_name, person.status <> 'ACTIVE', tet.day,
                    tet.day - rule.within_days, 'CALENDAR', null
                from tet_day tet
                cross join asked
                join rule on rule.reason in ('TET_OF_MEMBERS', 'TET_OF_RETIREES')
                    and tet.day >= rule.valid_from and tet.day < rule.valid_to
                join person on union_id = rule.unit_id
                    and case rule.reason when 'TET_OF_MEMBERS' then person.status = 'ACTIVE' and placed @> tet.day
                        else person.status = 'ENDED' and end_reason = 'RETIRED' and left_on <= tet.day end
                where tet.day between asked.first_day and least(asked.last_day, asked.today) + %2$d
            ),
            entitled as (
                select happening.*, rule.kind, rule.reason, rule.legal_basis, rule.decision_number, rule.decision_date,
                    case source when 'CALENDAR' then cover_from else day + rule.after_days end as due_from,
                    case source when 'CALENDAR' then day else day + rule.after_days + rule.within_days end as due_until,
                    md5(concat_ws('/', rule.reason, member_id, source, coalesce(source_id::text, day::text)))::uuid as id,
                    lead(cover_from, 1, 'infinity') over (
                        partition by member_id, rule.kind order by cover_from, day, source_id) as next_from
                from happening join rule using (rule_id)
                where rule.kind is not null and day between (select first_day from asked)
                    and (select least(last_day, today) from asked) + %2$d
            )
            select entitled.id, entitled.member_id, full_name, entitled.unit_id, entitled.reason, retired, day, source,
                source_id, due_from, due_until, kind, rule_id, legal_basis, decision_number, decision_date, aside.why,
                aside.set_aside_at
            from entitled cross join asked
            left join entitlement_set_aside aside on aside.entitlement_id = entitled.id
            where day between asked.first_day and asked.last_day
                and not exists (
                    select from support_case served
                    where served.member_id = entitled.member_id and served.kind = entitled.kind
                        and served.status <> 'WITHDRAWN' and served.case_id is distinct from source_id
                        and served.requested_on >= cover_from and served.requested_on < next_from)
                and not exists (
                    select from programme_line line join support_programme served using (programme_id)
                    where line.member_id = entitled.member_id and served.kind = entitled.kind
                        and line.state <> 'LEFT_OUT' and served.status <> 'CANCELLED'
                        and served.listed_on >= cover_from and served.listed_on < next_from)
                and not exists (
                    select from proposal_line line join proposal served using (proposal_id)
                    where line.member_id = entitled.member_id and line.kind = entitled.kind and served.stage <> 'WITHDRAWN'
                        and served.proposed_on >= cover_from and served.proposed_on < next_from)
                and not exists (
                    select from care_commitment served
                    where served.member_id = entitled.member_id and served.kind = entitled.kind
                        and served.status <> 'CANCELLED' and first_due_on <= due_until
                        and coalesce(least(last_due_on, ended_on), 'infinity') >= cover_from)
            """;

    private static final String PAGE = WHO + """
                and (?::text is null or entitled.reason = ?)
                and due_from <= asked.today and (due_until >= asked.today or ?)
                and (aside.entitlement_id is not null) = ?
                and (?::date is null or (day, entitled.id) < (?::date, ?::uuid))
            order by day desc, entitled.id desc limit ?
            """;

    private final Sql sql;
    private final Directory directory;
    private final Clock clock;

    Entitlements(Sql sql, Directory directory, Clock clock) {
        this.sql = sql;
        this.directory = directory;
        this.clock = clock;
    }

    /// Which entitlements a list shows; what is null does not matter.
    ///
    /// @param lapsed those whose days are over as well
    /// @param setAside those that were taken off the list, instead of the others
    record Filter(@Nullable Integer year, @Nullable EntitlementReason reason, boolean lapsed, boolean setAside) {}

    /// Those in some units, what happened last first.
    List<EntitlementView> page(UUID[] units, Filter filter, @Nullable PlaceInTime after, int rows) {
        Integer year = filter.year();
        LocalDate today = LocalDate.now(clock);
        LocalDate first = year == null ? today.minusDays(DAYS_BACK) : LocalDate.of(year, 1, 1);
        LocalDate last = year == null ? today.plusDays(DAYS_AHEAD) : LocalDate.of(year, 12, 31);
        String reason = filter.reason() == null ? null : filter.reason().name();
        LocalDate day = after == null ? null : after.day();
        List<@Nullable Object> values = new ArrayList<>(places(units));
        values.addAll(Arrays.asList(
                first,
                last,
                today,
                reason,
                reason,
                filter.lapsed(),
                filter.setAside(),
                day,
                day,
                after == null ? null : after.id(),
                rows));
        return sql.list(PAGE.formatted("true", DAYS_AHEAD), Entitlements::read, values.toArray());
    }

    /// One of a member, whenever it was; empty where there is none, or where it is served.
    Optional<EntitlementView> find(UUID[] units, EntitlementId id, MemberId member) {
        LocalDate today = LocalDate.now(clock);
        List<@Nullable Object> values = new ArrayList<>(places(units));
        values.addAll(List.of(LocalDate.of(2000, 1, 1), today.plusDays(DAYS_AHEAD), today));
        values.add(id.value());
        String one = "member_id = '%s'".formatted(member.value());
        return sql.one((WHO + " and entitled.id = ?").formatted(one, DAYS_AHEAD), Entitlements::read, values.toArray());
    }

    /// Each unit, and the union whose rules hold there: the one that it is in, or that came after it.
    private List<@Nullable Object> places(UUID[] units) {
        Map<UUID, UUID> unions = new HashMap<>();
        List<UUID> unit = new ArrayList<>();
        List<UUID> union = new ArrayList<>();
        sql.list(
                "select unit_id, union_of(unit_id) from unnest(?::uuid[]) as unit_id",
                row -> {
                    UUID of = row.getObject(2, UUID.class);
                    unit.add(row.getObject(1, UUID.class));
                    return union.add(unions.computeIfAbsent(of, this::today));
                },
                (Object) units);
        return List.of(unit.toArray(UUID[]::new), union.toArray(UUID[]::new));
    }

    private UUID today(UUID union) {
        return directory
                .place(new UnitId(union))
                .map(UnitPlace::unionId)
                .map(UnitId::value)
                .orElse(union);
    }

    /// Takes one off the list; whether it was on it.
    boolean setAside(EntitlementView entitlement, UnitId ownerUnion, String why, String by) {
        return sql.change(
                        """
                        insert into entitlement_set_aside (entitlement_id, owner_union_id, unit_id, member_id, reason, why,
                            set_aside_by, set_aside_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        entitlement.id().value(),
                        ownerUnion.value(),
                        entitlement.unitId().value(),
                        entitlement.memberId().value(),
                        entitlement.reason().name(),
                        why,
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC))
                > 0;
    }

    /// Where one that was taken off the list belongs to.
    Optional<UnitId> asideAt(EntitlementId id) {
        return sql.one(
                "select unit_id from entitlement_set_aside where entitlement_id = ?",
                row -> new UnitId(row.getObject(1, UUID.class)),
                id.value());
    }

    /// Puts it on the list again.
    void takeUp(EntitlementId id) {
        sql.change("delete from entitlement_set_aside where entitlement_id = ?", id.value());
    }

    private static EntitlementView read(ResultSet row) throws SQLException {
        MemberId member = new MemberId(row.getObject(2, UUID.class));
        UnitId unit = new UnitId(row.getObject(4, UUID.class));
        EntitlementReason reason = EntitlementReason.valueOf(row.getString(5));
        Beneficiary beneficiary = new Beneficiary(reason.beneficiary(row.getBoolean(6)), member, null, null);
        String why = row.getString(17);
        return new EntitlementView(
                new EntitlementId(row.getObject(1, UUID.class)),
                member,
                row.getString(3),
                unit,
                reason,
                row.getObject(7, LocalDate.class),
                EntitlementSource.valueOf(row.getString(8)),
                row.getObject(9, UUID.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                new EntitlementView.EntitledBy(
                        new EntitlementRuleId(row.getObject(13, UUID.class)),
                        row.getString(14),
                        row.getString(15),
                        row.getObject(16, LocalDate.class)),
                new EntitlementView.EntitledCase(
                        "/api/v1/support-cases", unit, SupportKind.valueOf(row.getString(12)), beneficiary),
                why == null
                        ? null
                        : new EntitlementView.SetAside(
                                why, row.getObject(18, OffsetDateTime.class).toInstant()));
    }
}
