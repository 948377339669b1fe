package vn.congdoan.vks.planted.module.mine.shared;

/// Is public for what it holds.
public class Nest {

    /// Another feature needs it.
    public static class Held {}
}
