package vn.congdoan.vks.campaign.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launch;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.join;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.LoggedChange;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// Every change of every record stands in the log, and nothing that must stay home.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class LoggedChangesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ALL = 100_000;

    @Inject
    Changes changes;

    @Inject
    Sql sql;

    @Test
    void a_draft_is_for_its_own_union_and_those_above() {
        LoggedChange drafted = logged(created(form(QNG_01), QNG), 1).getFirst();
        assertEquals("campaign", drafted.aggregateType());
        assertEquals("drafted", drafted.happened());
        assertEquals(0, drafted.version());
        assertEquals(QNG.id(), drafted.ownerUnion());
        assertEquals(ids(QNG, VKSTC), audience(drafted));
        assertEquals("congdoan/OFFICER@QNG", drafted.actor());
    }

    @Test
    void a_launched_campaign_is_also_for_the_unions_that_it_calls() {
        List<UUID> scope = List.of(QNG_01.id());
        String campaign = created(form(VKSTC, "scopeUnitIds", scope), VKSTC);
        assertEquals(ids(VKSTC), audience(logged(campaign, 1).getFirst()));
        launch(as("CHAIR", VKSTC), campaign, "\"0-campaign\"").then().statusCode(200);
        List<LoggedChange> both = logged(campaign, 2);
        assertEquals(
                List.of("drafted", "launched"),
                both.stream().map(LoggedChange::happened).toList());
        assertEquals(List.of(0L, 1L), both.stream().map(LoggedChange::version).toList());
        assertEquals(ids(VKSTC, QNG), audience(both.getLast()));
    }

    @Test
    void a_campaign_that_calls_the_whole_sector_is_for_everybody_once_it_is_launched() {
        List<LoggedChange> both = logged(launched(VKSTC, QNG, VKSTC), 2);
        assertEquals(ids(VKSTC), audience(both.getFirst()));
        assertNull(both.getLast().audience());
    }

    @Test
    void participations_and_commitments_are_for_their_own_union_and_those_above() {
        String campaign = launched(VKSTC, VKSTC);
        String participation = join(as("OFFICER", NAN), campaign, NAN).path("id");
        String commitment =
                post(as("OFFICER", NAN), ofMember(campaign, NAN.member())).path("id");
        Map<String, String> expected = Map.of(participation, "participation joined", commitment, "commitment made");
        expected.forEach((id, what) -> {
            LoggedChange change = logged(id, 1).getFirst();
            assertEquals(what, change.aggregateType() + " " + change.happened());
            assertEquals(NAN.id(), change.ownerUnion());
            assertEquals(ids(NAN, VKSTC), audience(change));
        });
    }

    @Test
    void what_is_told_of_a_member_is_that_he_committed_and_neither_name_nor_words() {
        String words = "Tôi cam kết " + UUID.randomUUID();
        Map<String, Object> form = ofMember(launched(QNG, QNG), QNG_01.member());
        form.put("text", words);
        String state =
                state(logged(post(as("OFFICER", QNG), form).path("id"), 1).getFirst());
        assertTrue(state.contains(QNG_01.member().toString()), state);
        assertFalse(state.contains(words), state);
        String name = sql.one(
                        "select full_name from directory_member where member_id = ?",
                        row -> row.getString(1),
                        QNG_01.member())
                .orElseThrow();
        assertFalse(state.contains(name), state);
    }

    @Test
    void the_log_has_no_gaps_and_ends_for_each_record_at_the_version_of_its_table() {
        String campaign = launched(VKSTC, VKSTC);
        String participation = join(as("OFFICER", QNG), campaign, QNG).path("id");
        String commitment =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01.member())).path("id");
        Map.of("campaign", campaign, "participation", participation, "commitment", commitment)
                .forEach((table, id) -> {
                    long stored = sql.one(
                                    "select version from %1$s where %1$s_id = ?".formatted(table),
                                    row -> row.getLong(1),
                                    UUID.fromString(id))
                            .orElseThrow();
                    int expected = table.equals("campaign") ? 2 : 1;
                    assertEquals(stored, logged(id, expected).getLast().version(), table);
                });
        List<Long> positions = changes.after(0, ALL).stream()
                .map(each -> each.position().number())
                .toList();
        assertEquals(LongStream.rangeClosed(1, positions.size()).boxed().toList(), positions);
    }

    @Test
    void what_was_refused_leaves_no_change() {
        String campaign = launched(QNG, QNG);
        int before = logged(campaign, 2).size();
        launch(as("CHAIR", QNG), campaign, "\"1-campaign\"").then().statusCode(409);
        join(as("OFFICER", QNG), campaign, QNG).then().statusCode(422);
        String theirs = launched(VKSTC, QNG);
        join(as("OFFICER", QNG), theirs, QNG).then().statusCode(201);
        join(as("OFFICER", QNG), theirs, QNG).then().statusCode(409);
        String later = created(form(QNG), QNG);
        // Positions follow commits: once the later one is there, nothing of the earlier ones is still to come.
        logged(later, 1);
        assertEquals(before, of(campaign).size());
        assertEquals(0, participationsIn(campaign));
        assertEquals(1, participationsIn(theirs));
    }

    private long participationsIn(String campaign) {
        return changes.after(0, ALL).stream()
                .filter(each -> each.aggregateType().equals("participation"))
                .filter(each -> state(each).contains(campaign))
                .count();
    }

    /// The changes of a record, once there are so many.
    private List<LoggedChange> logged(String id, int number) {
        assertTrue(Waiting.until(() -> of(id).size() >= number, PATIENCE), () -> "not logged: " + id);
        List<LoggedChange> found = of(id);
        assertEquals(number, found.size());
        return found;
    }

    private List<LoggedChange> of(String id) {
        return changes.after(0, ALL).stream()
                .filter(each -> each.aggregateId().toString().equals(id))
                .toList();
    }

    private static String state(LoggedChange change) {
        return String.valueOf(change.state());
    }

    private static Set<UUID> ids(Organization... units) {
        return Arrays.stream(units).map(Organization::id).collect(Collectors.toSet());
    }

    private static @Nullable Set<UUID> audience(LoggedChange change) {
        return change.audience() == null ? null : Set.copyOf(change.audience());
    }
}
