/// Black-box tests of the packaged system, through the gateway.
@NullMarked
package vn.congdoan.vks.acceptance;

import org.jspecify.annotations.NullMarked;
