/// Planted: sleeping, beside waiting for a condition.
@NullMarked
package vn.congdoan.vks.planted.sleep;

import org.jspecify.annotations.NullMarked;
