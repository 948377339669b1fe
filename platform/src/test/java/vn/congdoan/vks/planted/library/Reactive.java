package vn.congdoan.vks.planted.library;

import io.smallrye.mutiny.Uni;

/// Is written for event loops.
class Reactive {

    Uni<String> later() {
        return Uni.createFrom().item("later");
    }
}
