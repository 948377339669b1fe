/// The clock and the business day.
@NullMarked
package vn.congdoan.vks.platform.time;

import org.jspecify.annotations.NullMarked;
