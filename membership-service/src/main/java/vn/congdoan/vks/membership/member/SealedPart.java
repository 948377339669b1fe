package vn.congdoan.vks.membership.member;

import org.jspecify.annotations.Nullable;

/// What of a member is stored sealed.
///
/// @param sealed the sensitive data
/// @param citizenIdHash finds the same citizen id again; null without one
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the vault to the member
record SealedPart(byte[] sealed, byte @Nullable [] citizenIdHash) {}
