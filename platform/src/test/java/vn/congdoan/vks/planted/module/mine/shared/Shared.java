package vn.congdoan.vks.planted.module.mine.shared;

/// Another feature needs it.
public class Shared {}
