package vn.congdoan.vks.campaign.commitment;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.COMMITMENTS;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.put;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// Clients that lost the answer ask again, perhaps before the first request has come to its end.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CommittingAtOnceTest {

    private static final int AT_ONCE = 8;

    @RepeatedTest(5)
    void of_equal_creations_under_one_id_one_creates_and_the_others_find_it() throws Exception {
        Map<String, Object> form = ofMember(launched(QNG, QNG), QNG_01.member());
        UUID id = UUID.randomUUID();
        assertEquals(
                List.of(200, 200, 200, 200, 200, 200, 200, 201),
                atOnce(() -> put(as("OFFICER", QNG), id, form).statusCode()));
    }

    @RepeatedTest(5)
    void of_equal_words_under_different_ids_one_is_registered() throws Exception {
        String campaign = launched(QNG, QNG);
        Map<String, Object> form = ofMember(campaign, QNG_01.member());
        assertEquals(
                List.of(201, 409, 409, 409, 409, 409, 409, 409),
                atOnce(() -> post(as("OFFICER", QNG), form).statusCode()));
        as("OFFICER", QNG).get(COMMITMENTS + "?campaign=" + campaign).then().body("items.size()", equalTo(1));
    }

    private static List<Integer> atOnce(Callable<Integer> request) throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            return many
                    .invokeAll(IntStream.range(0, AT_ONCE)
                            .mapToObj(each -> request)
                            .toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .sorted()
                    .toList();
        }
    }
}
