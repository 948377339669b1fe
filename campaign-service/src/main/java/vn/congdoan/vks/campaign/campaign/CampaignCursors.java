package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Cursors of the list of campaigns. They are sealed, so what they hold needs no further check.
@ApplicationScoped
class CampaignCursors {

    private static final String LIST = "campaigns";

    private final SealedCursors cursors;

    CampaignCursors(SealedCursors cursors) {
        this.cursors = cursors;
    }

    String after(Campaign last) {
        return cursors.after(
                LIST, List.of(last.recordedAt().toString(), last.id().toString()));
    }

    CampaignList.After read(String cursor) {
        List<String> keys = cursors.read(LIST, cursor);
        return new CampaignList.After(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    }
}
