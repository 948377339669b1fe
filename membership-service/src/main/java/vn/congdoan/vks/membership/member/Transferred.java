package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// What an accepted transfer means for its member.
///
/// @param day the first day in the other unit
/// @param unit the other unit
/// @param union its union, to which the record belongs from now on
/// @param memberNumber the number there; null: stays as it is
/// @param cardNumber the number of the card there; null: stays as it is
public record Transferred(
        UUID transfer,
        LocalDate day,
        UnitId unit,
        UnitId union,
        Decision decision,
        @Nullable String memberNumber,
        @Nullable String cardNumber) {}
