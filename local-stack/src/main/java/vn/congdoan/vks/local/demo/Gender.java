package vn.congdoan.vks.local.demo;

/// As the API calls it.
enum Gender {
    FEMALE,
    MALE
}
