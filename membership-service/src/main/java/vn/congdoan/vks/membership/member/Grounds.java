package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// What a change of the record rests on where the law asks for no decision: on one, or on somebody's reason.
final class Grounds {

    private Grounds() {}

    static void require(@Nullable Decision decision, @Nullable String reason, LocalDate today) {
        if (decision == null && reason == null) {
            throw new Unprocessable("/reason", "decision-or-reason");
        }
        if (decision != null && decision.date().isAfter(today)) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
    }
}
