/// Transfers from within.
@NullMarked
package vn.congdoan.vks.membership.transfer;

import org.jspecify.annotations.NullMarked;
