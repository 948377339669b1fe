package vn.congdoan.vks.membership.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.TakenState;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps the units that other nodes keep, with their versions and what came after them. A version that is other
/// than it was is written anew, so that codes may pass from one unit to another.
@ApplicationScoped
class UnitReplica implements Replica {

    /// It is, as far as that is news, no union, and stands below units of its own union, or of one that is given
    /// together with it.
    private static final String VERSIONS_ARE_THE_OWNERS = """
            jsonb_array_length(taken.state->'versions') > 0 and not exists (
                select from jsonb_to_recordset(taken.state->'versions') as version("unionId" uuid, "parentId" uuid, kind text,
                    code text, name text, "validFrom" date)
                where (version."unionId" <> taken.owner or version.kind not in ('SECTION', 'GROUP')
                       or version."parentId" is null
                       or version."parentId" <> taken.owner and union_of(version."parentId") <> taken.owner
                           and owner_of('unit', version."parentId") is distinct from taken.owner)
                and not exists (select from unit_version kept
                                where kept.unit_id = taken.id and kept.valid_from = version."validFrom"
                                and (kept.union_id, kept.parent_id, kept.kind, kept.code, kept.name)
                                    is not distinct from (version."unionId", version."parentId", version.kind,
                                        version.code, version.name)))
            """;

    /// What comes after it is the union's own, or was named by a reorganization that the central union has begun.
    private static final String SUCCESSORS_WERE_DECIDED = """
            not exists (
                select from jsonb_array_elements_text(coalesce(taken.state->'successors', '[]')) as successor (id)
                where union_of(successor.id::uuid) <> taken.owner
                and not exists (select from reorganization
                                where units @> array[successor.id::uuid] and status in ('UNDER_WAY', 'APPLIED')
                                and owner_union_id <> taken.owner))
            """;

    private static final String UPSERT = Upsert.into("unit", "unit_id")
            .set("changed_at", "recorded")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private static final String VERSIONS = """
            jsonb_to_recordset(taken.state->'versions') as version("unionId" uuid, "parentId" uuid, kind text, code text,
                name text, "validFrom" date, "validTo" date)
            """;

    private static final String IS_THERE = """
            unit_version.unit_id = taken.id and unit_version.valid_from = version."validFrom"
            and (unit_version.union_id, unit_version.parent_id, unit_version.kind, unit_version.code, unit_version.name,
                unit_version.valid_to)
                is not distinct from (version."unionId", version."parentId", version.kind, version.code, version.name,
                version."validTo")
            """;

    private static final String FORMER_VERSIONS = """
            delete from unit_version using %s
            where unit_version.unit_id = taken.id and not exists (select from %s where %s)
            """.formatted(TAKEN, VERSIONS, IS_THERE);

    private static final String NEW_VERSIONS = """
            insert into unit_version (unit_version_id, unit_id, union_id, parent_id, kind, code, name, searchable,
                valid_from, valid_to)
            select uuidv7(), taken.id, "unionId", "parentId", kind, version.code, version.name, named.searchable,
                "validFrom", "validTo"
            from %s
            cross join %s
            join unnest(?, ?, ?) as named (code, name, searchable)
                on named.code = version.code and named.name = version.name
            where not exists (select from unit_version where %s)
            """.formatted(TAKEN, VERSIONS, IS_THERE);

    private static final String SUCCESSORS = """
            jsonb_array_elements_text(coalesce(taken.state->'successors', '[]')) with ordinality as successor(id, place)
            """;

    private static final String COMES_AFTER = """
            unit_succession.unit_id = taken.id and unit_succession.successor_id = successor.id::uuid
            and unit_succession.ordinal = successor.place - 1
            """;

    private static final String FORMER_SUCCESSIONS = """
            delete from unit_succession using %s
            where unit_succession.unit_id = taken.id and not exists (select from %s where %s)
            """.formatted(TAKEN, SUCCESSORS, COMES_AFTER);

    private static final String NEW_SUCCESSIONS = """
            insert into unit_succession (unit_id, successor_id, ordinal)
            select taken.id, successor.id::uuid, successor.place - 1
            from %s
            cross join %s
            where not exists (select from unit_succession where %s)
            """.formatted(TAKEN, SUCCESSORS, COMES_AFTER);

    private final Units units;
    private final Sql sql;

    UnitReplica(Units units, Sql sql) {
        this.units = units;
        this.sql = sql;
    }

    @Override
    public AggregateType type() {
        return UnitState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id")
                .where(SUCCESSORS_WERE_DECIDED)
                .where(VERSIONS_ARE_THE_OWNERS)
                .thatCanBeGiven();
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        List<Named> named = List.copyOf(named(taken));
        sql.change(FORMER_VERSIONS, taken);
        sql.change(
                NEW_VERSIONS,
                taken,
                named.stream().map(Named::code).toArray(String[]::new),
                named.stream().map(Named::name).toArray(String[]::new),
                named.stream()
                        .map(each -> UnitVersion.searchable(each.code(), each.name()))
                        .toArray(String[]::new));
        sql.change(FORMER_SUCCESSIONS, taken);
        sql.change(NEW_SUCCESSIONS, taken);
    }

    /// How a unit is, or was, called.
    private record Named(String code, String name) {}

    private static Set<Named> named(String taken) {
        Set<Named> named = new LinkedHashSet<>();
        for (TakenState each : TakenState.of(taken)) {
            each.state()
                    .path("versions")
                    .forEach(version -> named.add(new Named(
                            version.path("code").asText(), version.path("name").asText())));
        }
        return named;
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from unit_succession where unit_id = any (?)", (Object) ids);
        sql.change("delete from unit_version where unit_id = any (?)", (Object) ids);
        sql.change("delete from unit where unit_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, units::whole, each -> each.id().value(), Unit::published);
    }
}
