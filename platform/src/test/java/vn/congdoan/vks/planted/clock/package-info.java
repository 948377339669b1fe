/// Planted: every way to ask the machine for the time, beside the ways that are right.
@NullMarked
package vn.congdoan.vks.planted.clock;

import org.jspecify.annotations.NullMarked;
