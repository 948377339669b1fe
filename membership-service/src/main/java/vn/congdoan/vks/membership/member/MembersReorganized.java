package vn.congdoan.vks.membership.member;

import java.util.UUID;

/// The members whom a reorganization concerns are placed otherwise than before, each with a step that names it. Told
/// within
/// the transaction once all is written, so that what follows from it comes with it.
public record MembersReorganized(UUID reorganization) {}
