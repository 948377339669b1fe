package vn.congdoan.vks.membership.member;

import java.util.List;
import vn.congdoan.vks.platform.access.MemberId;

/// What a feature keeps about a person beside the member's record: it belongs into the export of the person's data, and
/// what of it tells who the person is goes with an erasure. Each feature that keeps such records implements this.
public interface AboutPerson {

    /// What the records are called in an export: `account`.
    String name();

    /// Everything that is kept.
    List<?> of(MemberId person);

    /// Within the transaction in which one record of a person takes in another: what is not closed for ever goes on
    /// with
    /// the record that stays.
    void passOn(MemberId duplicate, MemberId surviving);

    /// Within the transaction of an erasure: forgets who the person is.
    void erase(MemberId person);
}
