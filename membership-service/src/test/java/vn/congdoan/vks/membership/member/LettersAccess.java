package vn.congdoan.vks.membership.member;

import java.util.List;
import vn.congdoan.vks.platform.handover.MovingTable;

/// What a letter holds, for tests that write one as another node would.
public final class LettersAccess {

    private LettersAccess() {}

    public static List<MovingTable> tables() {
        return new MemberTables().ofMembers();
    }
}
