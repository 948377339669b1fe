package vn.congdoan.vks.planted.library;

import org.junit.jupiter.api.Assertions;

/// Needs a test library.
class Tested {

    void check(Object value) {
        Assertions.assertNotNull(value);
    }
}
