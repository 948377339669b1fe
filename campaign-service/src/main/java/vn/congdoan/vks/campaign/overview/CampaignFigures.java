package vn.congdoan.vks.campaign.overview;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.AskedYear;

/// What some units' campaigns come to in a year.
@ApplicationScoped
class CampaignFigures {

    private static final String COUNT = """
            with of_year as (
                select campaign_id, unit_id, status from campaign
                where starts_on <= ? and (ends_on is null or ends_on >= ?))
            select
                (select count(*) from of_year where unit_id = any (?)),
                (select count(*) from of_year where unit_id = any (?) and status <> 'DRAFT'),
                (select count(*) from participation join of_year using (campaign_id)
                 where participation.unit_id = any (?)),
                (select count(*) from commitment join of_year using (campaign_id)
                 where commitment.unit_id = any (?))
            """;

    private final Sql sql;

    CampaignFigures(Sql sql) {
        this.sql = sql;
    }

    OverviewResource.Part of(AskedYear asked, UUID[] units) {
        LocalDate end = LocalDate.of(asked.year(), 12, 31);
        return sql.one(
                        COUNT,
                        row -> new OverviewResource.Part(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                        end,
                        asked.firstDay(),
                        units,
                        units,
                        units,
                        units)
                .orElseThrow();
    }
}
