/// What lets records be paid through files of a bank: whoever keeps records by which payments fall due implements it.
@NullMarked
package vn.congdoan.vks.welfare.payout;

import org.jspecify.annotations.NullMarked;
