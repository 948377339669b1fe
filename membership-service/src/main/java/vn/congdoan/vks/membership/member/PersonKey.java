package vn.congdoan.vks.membership.member;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.congdoan.vks.platform.access.MemberId;

/// The key that a person's sensitive data is sealed with, itself wrapped by the service's. Deleting the row destroys
/// the data for good.
@Entity
@Table(name = "person_key")
@SuppressWarnings("UnusedVariable") // kept for the record, read by queries
class PersonKey {

    @EmbeddedId
    private MemberId memberId;

    @Column(name = "wrapped")
    private byte[] wrapped;

    PersonKey() {}

    PersonKey(MemberId memberId, byte[] wrapped) {
        this.memberId = memberId;
        this.wrapped = wrapped.clone();
    }

    byte[] wrapped() {
        return wrapped.clone();
    }
}
