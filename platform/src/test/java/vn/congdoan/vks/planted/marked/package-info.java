/// Planted: says where null is allowed.
@NullMarked
package vn.congdoan.vks.planted.marked;

import org.jspecify.annotations.NullMarked;
