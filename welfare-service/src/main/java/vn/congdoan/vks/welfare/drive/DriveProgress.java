package vn.congdoan.vks.welfare.drive;

import org.jspecify.annotations.Nullable;

/// How far a drive is. What was taken back does not count.
///
/// @param given what money was given for it, in đồng
/// @param givenInKind what goods that were given for it are worth, in đồng
/// @param contributions how often something was given
/// @param givenOfPledges what was given of the pledges that stand, of each no more than was promised, in đồng; null
/// where pledges are kept at another node
record DriveProgress(
        long given,
        long givenInKind,
        int contributions,
        @Nullable Long givenOfPledges) {}
