package vn.congdoan.vks.welfare.plan;

/// How far a plan is.
///
/// @param received what was given towards it and not taken back, in đồng
/// @param outstanding what those who were asked and not excused have still to give, in đồng
/// @param outstandingMembers how many they are
record PlanProgress(long received, long outstanding, int outstandingMembers) {

    static final PlanProgress NONE = new PlanProgress(0, 0, 0);
}
