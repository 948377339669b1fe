/// Planted: libraries that production code does without.
@NullMarked
package vn.congdoan.vks.planted.library;

import org.jspecify.annotations.NullMarked;
