package vn.congdoan.vks.membership.account;

import vn.congdoan.vks.platform.access.MemberId;

/// A member has another account than before. Told within the transaction, so that what follows from it comes with it.
public record AccountLinked(MemberId member) {}
