package vn.congdoan.vks.membership.member;

/// Nữ, nam.
public enum Gender {
    FEMALE,
    MALE
}
