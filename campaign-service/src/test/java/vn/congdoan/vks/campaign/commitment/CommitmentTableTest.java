package vn.congdoan.vks.campaign.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofUnit;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// The table guards itself, whoever writes to it.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CommitmentTableTest {

    private static final String COPY = """
            insert into commitment (commitment_id, version, owner_union_id, campaign_id, unit_id, member_id, text,
                deadline, registered_on, created_as, recorded_at)
            select gen_random_uuid(), version, owner_union_id, campaign_id, unit_id, member_id, text || ?,
                deadline, registered_on + ?::int, created_as, recorded_at from commitment where commitment_id = ?
            """;

    @Inject
    Sql sql;

    @Test
    void refuses_equal_words_of_one_subject_in_one_campaign() {
        String campaign = launched(QNG, QNG);
        requireRefused("commitment_of_member_once", made(ofMember(campaign, QNG_01.member())), "", 0);
        requireRefused("commitment_of_unit_once", made(ofUnit(campaign, QNG_01)), "", 0);
        assertEquals(1, sql.change(COPY, ", khác", 0, made(ofMember(launched(QNG, QNG), QNG_01.member()))));
    }

    @Test
    void refuses_a_deadline_before_the_registration() {
        UUID made = made(ofMember(launched(QNG, QNG), QNG_01.member()));
        requireRefused("commitment_due_after_registration", made, ", khác", 100_000);
    }

    private void requireRefused(String constraint, UUID copied, String more, int daysLater) {
        PersistenceException refused =
                assertThrows(PersistenceException.class, () -> sql.change(COPY, more, daysLater, copied));
        assertTrue(String.valueOf(refused.getMessage()).contains(constraint), refused.getMessage());
    }

    private static UUID made(Map<String, Object> form) {
        return UUID.fromString(post(as("OFFICER", QNG), form).path("id"));
    }
}
