package vn.congdoan.vks.planted.console;

/// Talks to the console.
@SuppressWarnings("SystemOut")
class Talks {

    void out() {
        System.out.println("out");
    }

    void err(Exception failure) {
        System.err.println(failure.getMessage());
    }

    void trace(Exception failure) {
        failure.printStackTrace();
    }
}
