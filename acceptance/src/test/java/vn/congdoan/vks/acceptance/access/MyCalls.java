package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests of members about what concerns them, of which there is something.
final class MyCalls {

    private static final String MINE = "/api/v1/my";

    private MyCalls() {}

    /// @param member whom an account is linked to
    static Call of(String operation, Records records, String unit, String member) {
        return switch (operation) {
            case "listMyContributions" -> {
                records.contributionOf(unit, member);
                yield Call.get(MINE + "/contributions");
            }
            case "listMySupport" -> {
                records.supportOf(unit, member);
                yield Call.get(MINE + "/support");
            }
            case "listMyBonuses" -> {
                records.payableOf(unit, member);
                yield Call.get(MINE + "/bonuses");
            }
            default -> {
                records.policy(unit, true);
                yield Call.get(MINE + "/insurance");
            }
        };
    }
}
