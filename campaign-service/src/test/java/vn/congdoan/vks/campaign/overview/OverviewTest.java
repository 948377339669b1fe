package vn.congdoan.vks.campaign.overview;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofUnit;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// The figures of a year, each by what a record adds to it, and beside the lists that they can be recomputed from.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class OverviewTest {

    /// In their order: campaigns, launched, calledByHigherUnits, participations, commitments.
    private static final List<String> FIGURES =
            List.of("campaigns", "launched", "calledByHigherUnits", "participations", "commitments");

    @Test
    void a_draft_is_no_figure() {
        requireMore(2015, NAN, () -> created(during(NAN, NAN, "2015-01-01", "2015-12-31"), NAN), 0, 0, 0, 0, 0);
    }

    @Test
    void a_launched_campaign_counts_in_every_year_that_it_runs_in_and_as_launched_in_that_of_its_launch() {
        Runnable launch = () -> launched(during(NAN_01, NAN_01, "2014-12-31", "2016-01-01"), NAN, "2015-02-01");
        requireMore(2013, NAN, launch, 0, 0, 0, 0, 0);
        requireMore(2014, NAN, launch, 1, 0, 0, 0, 0);
        requireMore(2015, NAN, launch, 1, 1, 0, 0, 0);
        requireMore(2016, NAN_01, launch, 1, 0, 0, 0, 0);
        requireMore(2017, NAN, launch, 0, 0, 0, 0, 0);
    }

    @Test
    void a_campaign_from_above_counts_where_it_calls_a_unit() {
        Runnable calling = () -> launched(during(VKSTC, NAN_01, "2015-01-01", "2015-12-31"), VKSTC, "2015-01-01");
        requireMore(2015, NAN_01, calling, 0, 0, 1, 0, 0);
        requireMore(2015, NAN, calling, 0, 0, 1, 0, 0);
        requireMore(2015, QNG_01, calling, 0, 0, 0, 0, 0);
        requireMore(2016, NAN, calling, 0, 0, 0, 0, 0);
        requireMore(2015, NAN, () -> created(during(VKSTC, NAN, "2015-01-01", "2015-12-31"), VKSTC), 0, 0, 0, 0, 0);
        // Inside a union the section is called from above, the union calls itself.
        Runnable inside = () -> launched(during(NAN, NAN, "2015-01-01", "2015-12-31"), NAN, "2015-01-01");
        requireMore(2015, NAN_01, inside, 0, 0, 1, 0, 0);
        requireMore(2015, NAN, inside, 1, 1, 0, 0, 0);
    }

    @Test
    void a_campaign_that_several_units_joined_is_one_participation_in_each_year_in_which_one_joined() {
        String campaign = launched(during(VKSTC, NAN, "2014-01-01", "2016-12-31"), VKSTC, "2014-01-01");
        requireMore(2015, NAN, () -> join(campaign, NAN_01, "2015-05-01"), 0, 0, 0, 1, 0);
        requireMore(2015, NAN, () -> join(campaign, NAN, "2015-06-01"), 0, 0, 0, 0, 0);
        String other = launched(during(VKSTC, NAN, "2014-01-01", "2016-12-31"), VKSTC, "2014-01-01");
        requireMore(2016, NAN, () -> join(other, NAN, "2015-12-31"), 0, 0, 0, 0, 0);
        requireMore(2016, NAN_01, () -> join(other, NAN_01, "2016-01-01"), 0, 0, 0, 1, 0);
    }

    @Test
    void commitments_of_units_and_members_count_in_the_year_of_their_registration() {
        String campaign = launched(during(NAN, NAN, "2014-01-01", "2016-12-31"), NAN, "2014-01-01");
        requireMore(2015, NAN, () -> commit(ofUnit(campaign, NAN), "2015-01-01"), 0, 0, 0, 0, 1);
        requireMore(2015, NAN_01, () -> commit(ofMember(campaign, NAN_01.member()), "2015-12-31"), 0, 0, 0, 0, 1);
        requireMore(2015, NAN, () -> commit(ofUnit(campaign, NAN_01), "2016-01-01"), 0, 0, 0, 0, 0);
    }

    @Test
    void a_year_to_come_has_seen_nothing() {
        launched(form(NAN), NAN);
        launched(VKSTC, NAN);
        assertEquals(List.of(0, 0, 0, 0, 0), figures(today().getYear() + 1, NAN));
    }

    @Test
    void a_campaign_that_has_not_begun_runs_from_its_first_day_on() {
        String tomorrow = today().plusDays(1).toString();
        requireMore(today().getYear(), NAN, () -> launched(form(NAN, "startsOn", tomorrow), NAN), 0, 1, 0, 0, 0);
    }

    @Test
    void campaigns_can_be_recomputed_from_the_list_of_the_unit() {
        launched(form(NAN), NAN);
        launched(form(NAN_01), NAN);
        launched(VKSTC, NAN_01);
        created(form(NAN), NAN);
        List<Map<String, Object>> running = allOf(NAN).stream()
                .filter(each -> each.get("launchedOn") != null)
                .filter(each -> String.valueOf(each.get("startsOn")).compareTo("2022-12-31") <= 0)
                .filter(each -> each.get("endsOn") == null
                        || String.valueOf(each.get("endsOn")).compareTo("2022-01-01") >= 0)
                .toList();
        List<String> union = List.of(NAN.id().toString(), NAN_01.id().toString());
        long own = running.stream()
                .filter(each -> union.contains(String.valueOf(each.get("unitId"))))
                .count();
        List<Integer> figures = figures(2022, NAN);
        assertEquals(List.of((int) own, running.size() - (int) own), List.of(figures.get(0), figures.get(2)));
    }

    @Test
    void is_for_staff_within_reach() {
        Refusal.of(as("CHAIR", NAN).get(path(2015, QNG_01)), 404, "not-found");
        Refusal.of(as("MEMBER", NAN_01).get(path(2015, NAN_01)), 403, "forbidden");
        as("CHAIR", VKSTC).get(path(2015, QNG_01)).then().statusCode(200).body("campaigns", equalTo(0));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(BusinessTime.ZONE));
    }

    /// What an act adds to the figures.
    private static void requireMore(int year, Organization unit, Runnable act, Integer... expected) {
        List<Integer> before = figures(year, unit);
        act.run();
        List<Integer> after = figures(year, unit);
        List<Integer> more = IntStream.range(0, FIGURES.size())
                .mapToObj(each -> after.get(each) - before.get(each))
                .toList();
        assertEquals(Arrays.asList(expected), more, unit + " in " + year + ": " + FIGURES);
    }

    private static List<Integer> figures(int year, Organization unit) {
        Response answer = as("CHAIR", unit).get(path(year, unit));
        answer.then().statusCode(200);
        List<Integer> figures = new ArrayList<>();
        FIGURES.forEach(figure -> figures.add(answer.<Integer>path(figure)));
        return figures;
    }

    private static String path(int year, Organization unit) {
        return "/internal/overview?unit=%s&year=%d".formatted(unit.id(), year);
    }

    private static List<Map<String, Object>> allOf(Organization unit) {
        List<Map<String, Object>> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Response page = as("CHAIR", unit)
                    .get(CAMPAIGNS + "?limit=200&unit=" + unit.id() + (cursor == null ? "" : "&cursor=" + cursor));
            all.addAll(page.jsonPath().getList("items"));
            cursor = page.path("next");
        } while (cursor != null);
        return all;
    }

    private static Map<String, @Nullable Object> during(
            Organization owner, Organization called, String first, String last) {
        Map<String, @Nullable Object> form = form(owner, "startsOn", first);
        form.put("endsOn", last);
        form.put("scopeUnitIds", List.of(called.id()));
        return form;
    }

    private static void join(String campaign, Organization unit, String day) {
        as("OFFICER", unit)
                .contentType("application/json")
                .body(Map.of("unitId", unit.id(), "joinedOn", day))
                .post(CAMPAIGNS + "/" + campaign + "/participants")
                .then()
                .statusCode(201);
    }

    private static void commit(Map<String, Object> form, String day) {
        form.put("registeredOn", day);
        form.remove("deadline");
        post(as("OFFICER", NAN), form).then().statusCode(201);
    }
}
