/// Planted: a feature that needs one that needs it.
@NullMarked
package vn.congdoan.vks.planted.cycle.second;

import org.jspecify.annotations.NullMarked;
