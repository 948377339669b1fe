package vn.congdoan.vks.membership.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.time.BusinessTime;

/// Says that an account is a member's: its holder may see the own record. One account, one member.
@Entity
@Table(name = "account_link")
class AccountLink {

    /// No identity provider is called so, hence nobody ever has such an account.
    static final String ERASED = "erased";

    static final String MERGED = "merged";

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

    /// What those concerned may know now.
    ///
    /// @param owner the union that keeps the member's record
    /// @param place where the member is
    Change change(String happened, UnitId owner, UnitPlace place) {
        return Change.of(
                AccountState.TYPE,
                memberId.value(),
                version,
                happened,
                LocalDate.ofInstant(changedAt, BusinessTime.ZONE),
                owner,
                Audience.ofUnionAlone(place),
                published());
    }

    /// What those concerned may know of it.
    AccountState published() {
        return new AccountState(memberId, principal);
    }

    /// Whether the person's data was erased, or the account went to another record.
    boolean isNobodys() {
        return principal.issuer().equals(ERASED) || principal.issuer().equals(MERGED);
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
