package vn.congdoan.vks.campaign.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.AskedYear;

/// What some units' campaigns come to in a year, as far as it has gone by. A campaign runs in a year if one of its days
/// lies there. Drafts are nobody's figures: only what was launched counts.
@ApplicationScoped
class CampaignFigures {

    private static final OverviewResource.Part NOTHING_YET = new OverviewResource.Part(0, 0, 0, 0, 0);

    private static final String COUNT = """
            with launched as (
                select unit_id = any (?) as own, scope_unit_ids, launched_on,
                    starts_on <= ? and (ends_on is null or ends_on >= ?) as runs
                from campaign where launched_on is not null)
            select
                (select count(*) from launched where own and runs),
                (select count(*) from launched where own and launched_on between ? and ?),
                (select count(*) from launched where not own and runs and scope_unit_ids && ?),
                (select count(distinct campaign_id) from participation
                 where unit_id = any (?) and joined_on between ? and ?),
                (select count(*) from commitment where unit_id = any (?) and registered_on between ? and ?)
            """;

    private final Sql sql;
    private final Directory directory;
    private final Clock clock;

    CampaignFigures(Sql sql, Directory directory, Clock clock) {
        this.sql = sql;
        this.directory = directory;
        this.clock = clock;
    }

    /// @param units the unit that was asked for and those below it in its union
    OverviewResource.Part of(AskedYear asked, UUID[] units) {
        LocalDate first = asked.firstDay();
        LocalDate today = LocalDate.now(clock);
        if (first.isAfter(today)) {
            return NOTHING_YET;
        }
        LocalDate endOfYear = LocalDate.of(asked.year(), 12, 31);
        LocalDate last = endOfYear.isAfter(today) ? today : endOfYear;
        return sql.one(
                        COUNT,
                        row -> new OverviewResource.Part(
                                row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                        units,
                        last,
                        first,
                        first,
                        last,
                        callingThem(asked.unit()),
                        units,
                        first,
                        last,
                        units,
                        first,
                        last)
                .orElseThrow();
    }

    /// The units of a scope that call the unit or one below it in its union: these themselves, and everything above.
    private UUID[] callingThem(UnitId unit) {
        Set<UnitId> calling = new HashSet<>(directory.subtree(unit));
        directory.place(unit).ifPresent(place -> {
            calling.addAll(place.within());
            calling.addAll(place.unionsAbove());
        });
        return calling.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
