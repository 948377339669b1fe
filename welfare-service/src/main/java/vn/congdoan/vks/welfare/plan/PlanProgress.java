package vn.congdoan.vks.welfare.plan;

import org.jspecify.annotations.Nullable;

/// How far a plan is.
///
/// @param received what was given towards it and not taken back, in đồng
/// @param outstanding what those who were asked and not excused have still to give, in đồng; null where the list is
/// kept at another node
/// @param outstandingMembers how many they are; null likewise
record PlanProgress(
        long received, @Nullable Long outstanding, @Nullable Integer outstandingMembers) {}
