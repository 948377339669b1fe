package vn.congdoan.vks.welfare.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Cursors of the list of funds. They are sealed, so what they hold needs no further check.
@ApplicationScoped
class FundCursors {

    private static final String LIST = "funds";

    private final SealedCursors cursors;

    FundCursors(SealedCursors cursors) {
        this.cursors = cursors;
    }

    String after(Fund last, LocalDate day) {
        return cursors.after(
                LIST,
                List.of(
                        day.toString(),
                        String.valueOf(last.isOpenOn(day)),
                        last.recordedAt().toString(),
                        last.id().toString()));
    }

    FundList.After read(String cursor) {
        List<String> keys = cursors.read(LIST, cursor);
        return new FundList.After(
                LocalDate.parse(keys.get(0)),
                Boolean.parseBoolean(keys.get(1)),
                Instant.parse(keys.get(2)),
                UUID.fromString(keys.get(3)));
    }
}
