package vn.congdoan.vks.planted.library;

import java.util.concurrent.Callable;

/// Is plain Java.
class Plain {

    String now(Callable<String> work) throws Exception {
        return work.call();
    }
}
