/// The end of units: what has to be done until it is final.
@NullMarked
package vn.congdoan.vks.membership.closing;

import org.jspecify.annotations.NullMarked;
