package vn.congdoan.vks.membership;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import vn.congdoan.vks.platform.sql.Sql;

/// What tests of transfers begin with: a member of one union, whom another one shall take.
abstract class BetweenTwoUnions {

    @Inject
    Sql sql;

    TwoUnions unions;
    String sender;
    String receiver;
    String officer;
    String chair;
    String from;
    String to;
    String member;

    @BeforeEach
    void foundUnions() {
        unions = new TwoUnions();
        sender = unions.sender;
        receiver = unions.receiver;
        officer = unions.officer;
        chair = unions.chair;
        from = unions.from;
        to = unions.to;
        member = unions.member;
    }
}
