package vn.congdoan.vks.planted.module.other;

/// Belongs to another service.
public record Theirs() {}
