package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;

/// Keeps where the members of other nodes are counted on which days. What stays the same is not touched:
/// statistics count every row that is written.
@ApplicationScoped
class PlacementReplicas {

    /// A member was counted in units of the owner alone, but for what is known of the time before. Looked up one
    /// by one: as conditions to join by, they would have all units read for each member.
    static final String ARE_THE_OWNERS = """
            not exists (
                select from jsonb_to_recordset(taken.state->'placements') as told("unitId" uuid, "validFrom" date)
                where case
                    when (select true from directory_unit_version version
                          where version.unit_id = told."unitId" and version.union_id = taken.owner limit 1) then false
                    when (select true from unit where unit.unit_id = told."unitId" limit 1)
                        then (select true from placement
                              where placement.member_id = taken.id and placement.valid_from = told."validFrom"
                              and placement.unit_id = told."unitId" limit 1) is null
                    else false end)
            """;

    /// What was logged before it told what began and ended a placement: where another one joins it was a
    /// reorganization.
    private static final String TOLD = """
            %s
            cross join lateral (
                select "unitId" as unit_id, "validFrom" as valid_from, "validTo" as valid_to,
                    coalesce("beganAs", case
                        when lag("validTo") over days = "validFrom" then 'REORGANIZED'
                        when "validFrom" = (state->>'joinedOn')::date then 'ADMITTED'
                        else 'ENROLLED' end) as began_as,
                    coalesce("endedAs", case
                        when "validTo" is null then null
                        when lead("validFrom") over days = "validTo" then 'REORGANIZED'
                        else coalesce(state->>'endReason', 'INELIGIBLE') end) as ended_as
                from jsonb_to_recordset(state->'placements') as placed("unitId" uuid, "validFrom" date, "validTo" date,
                    "beganAs" text, "endedAs" text)
                window days as (order by "validFrom")) told
            """.formatted(Replica.TAKEN);

    private static final String FORMER = """
            delete from placement using %s
            where placement.member_id = taken.id
            and not exists (select from jsonb_to_recordset(state->'placements') as told("validFrom" date)
                            where told."validFrom" = placement.valid_from)
            """.formatted(Replica.TAKEN);

    private static final String CHANGED = """
            update placement set unit_id = told.unit_id, valid_to = told.valid_to, began_as = told.began_as,
                ended_as = told.ended_as
            from %s
            where placement.member_id = taken.id and placement.valid_from = told.valid_from
            and (placement.unit_id, placement.valid_to, placement.began_as, placement.ended_as)
                is distinct from (told.unit_id, told.valid_to, told.began_as, told.ended_as)
            """.formatted(TOLD);

    private static final String NEW = """
            insert into placement (placement_id, member_id, unit_id, valid_from, valid_to, began_as, ended_as)
            select uuidv7(), taken.id, told.unit_id, told.valid_from, told.valid_to, told.began_as, told.ended_as
            from %s
            where not exists (select from placement
                              where placement.member_id = taken.id and placement.valid_from = told.valid_from)
            """.formatted(TOLD);

    private final Sql sql;

    PlacementReplicas(Sql sql) {
        this.sql = sql;
    }

    /// In this order no two of a member ever stand on one day.
    void apply(String taken) {
        sql.change(FORMER, taken);
        sql.change(CHANGED, taken);
        sql.change(NEW, taken);
    }

    void withdraw(UUID[] ids) {
        sql.change("delete from placement where member_id = any (?)", (Object) ids);
    }
}
