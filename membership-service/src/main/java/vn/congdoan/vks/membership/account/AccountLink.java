package vn.congdoan.vks.membership.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;

/// Says that an account is a member's: its holder may see the own record. One account, one member.
@Entity
@Table(name = "account_link")
class AccountLink {

    @EmbeddedId
    private MemberId memberId;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private Principal principal;

    @Column(name = "changed_at")
    private Instant changedAt;

    AccountLink() {}

    AccountLink(MemberId memberId, Principal principal, Instant now) {
        this.memberId = memberId;
        this.principal = principal;
        this.changedAt = now;
    }

    void moveTo(Principal account, Instant now) {
        principal = account;
        changedAt = now;
    }

    MemberId memberId() {
        return memberId;
    }

    long version() {
        return version;
    }

    Principal principal() {
        return principal;
    }
}
