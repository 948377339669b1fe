package vn.congdoan.vks.welfare.plan;

/// Of how many members how much is expected, in đồng.
record ExpectedTotal(int members, long amount) {}
