package vn.congdoan.vks.planted.naming;

/// A service is a thing of the domain too: one that a gateway forwards to. Only a suffix names a layer.
record Service() {

    record Services() {}

    record ManagerElected() {}
}
