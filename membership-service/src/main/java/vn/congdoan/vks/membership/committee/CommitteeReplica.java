package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps committees that other nodes keep, with their seats: without who signed.
@ApplicationScoped
class CommitteeReplica implements Replica {

    /// Nobody of another union takes a seat, and no seat of another committee is taken; whoever sits there already may
    /// have left the union since.
    private static final String SEATS_ARE_THE_OWNERS = """
            not exists (
                select from jsonb_to_recordset(taken.state->'seats') as told(id uuid, "memberId" uuid)
                left join seat on seat.seat_id = told.id
                where seat.committee_id <> taken.id
                or seat.member_id is distinct from told."memberId" and owner_of('member', told."memberId") <> taken.owner)
            """;

    private static final String UPSERT = Upsert.into("committee", "committee_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .text("kind", "kind")
            .text("status", "status")
            .text("term", "term")
            .date("valid_from", "validFrom")
            .date("valid_to", "validTo")
            .date("ended_on", "endedOn")
            .text("decision_number", "decisionNumber")
            .date("decision_date", "decisionDate")
            .set("changed_at", "recorded")
            .recordedAt()
            .createdAsNothing()
            .onlyWith("recordedAt")
            .uuid("external_body_id", "externalBodyId")
            .uuid("superior_unit_id", "superiorUnitId")
            .text("end_decision_number", "endDecisionNumber")
            .date("end_decision_date", "endDecisionDate")
            .statement();

    private static final String FORMER_SEATS = """
            delete from seat using %s
            where seat.committee_id = taken.id
            and not exists (select from jsonb_to_recordset(state->'seats') as told(id uuid) where told.id = seat.seat_id)
            """.formatted(TAKEN);

    /// All seats of a committee that was recognised are. The decisions stay as they are where a state was logged
    /// before it told of them.
    private static final String SEATS = """
            insert into seat as present (seat_id, committee_id, member_id, position, recognized, valid_from, valid_to,
                decision_number, decision_date, end_decision_number, end_decision_date)
            select told.id, taken.id, told."memberId", told.position, state->>'status' = 'RECOGNIZED', told."validFrom",
                told."validTo", decided.*
            from %s
            cross join jsonb_to_recordset(state->'seats') as told(id uuid, "memberId" uuid, position text,
                "validFrom" date, "validTo" date, "decisionNumber" text, "decisionDate" date, "endDecisionNumber" text,
                "endDecisionDate" date)
            left join lateral (
                select "decisionNumber", "decisionDate", "endDecisionNumber", "endDecisionDate"
                where state->'recordedAt' is not null
                union all
                select decision_number, decision_date, end_decision_number, end_decision_date from seat
                where state->'recordedAt' is null and seat.seat_id = told.id) decided on true
            on conflict (seat_id) do update set committee_id = excluded.committee_id, member_id = excluded.member_id,
                position = excluded.position, recognized = excluded.recognized, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, decision_number = excluded.decision_number,
                decision_date = excluded.decision_date, end_decision_number = excluded.end_decision_number,
                end_decision_date = excluded.end_decision_date
            where (present.committee_id, present.member_id, present.position, present.recognized, present.valid_from,
                    present.valid_to, present.decision_number, present.decision_date, present.end_decision_number,
                    present.end_decision_date)
                is distinct from (excluded.committee_id, excluded.member_id, excluded.position, excluded.recognized,
                    excluded.valid_from, excluded.valid_to, excluded.decision_number, excluded.decision_date,
                    excluded.end_decision_number, excluded.end_decision_date)
            """.formatted(TAKEN);

    private final Committees committees;
    private final Sql sql;

    CommitteeReplica(Committees committees, Sql sql) {
        this.committees = committees;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return CommitteeState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId").where(SEATS_ARE_THE_OWNERS);
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        sql.change(FORMER_SEATS, taken);
        sql.change(SEATS, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from seat where committee_id = any (?)", (Object) ids);
        sql.change("delete from committee where committee_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, committees::whole, each -> each.id().value(), Committee::published);
    }
}
