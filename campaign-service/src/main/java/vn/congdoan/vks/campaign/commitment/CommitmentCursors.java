package vn.congdoan.vks.campaign.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Cursors of the list of commitments. They are sealed, so what they hold needs no further check.
@ApplicationScoped
class CommitmentCursors {

    private static final String LIST = "commitments";

    private final SealedCursors cursors;

    CommitmentCursors(SealedCursors cursors) {
        this.cursors = cursors;
    }

    String after(Commitment last) {
        return cursors.after(
                LIST, List.of(last.recordedAt().toString(), last.id().toString()));
    }

    CommitmentList.After read(String cursor) {
        List<String> keys = cursors.read(LIST, cursor);
        return new CommitmentList.After(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
    }
}
