package vn.congdoan.vks.planted.module.mine.shared;

/// Is public, but only its neighbour needs it.
public class Boastful {

    static class Neighbour {

        Boastful needed() {
            return new Boastful();
        }
    }
}
