package vn.congdoan.vks.membership.member;

import vn.congdoan.vks.platform.access.MemberId;

/// A member is, or was, placed otherwise than before. Told within the transaction once it is written, so that what
/// follows from it comes with it.
public record PlacementsChanged(MemberId member) {}
