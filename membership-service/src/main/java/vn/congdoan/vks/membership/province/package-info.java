/// Provinces by their codes, through time.
@NullMarked
package vn.congdoan.vks.membership.province;

import org.jspecify.annotations.NullMarked;
