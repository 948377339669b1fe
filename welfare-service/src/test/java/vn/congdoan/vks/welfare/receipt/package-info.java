/// Tests of receipts.
@NullMarked
package vn.congdoan.vks.welfare.receipt;

import org.jspecify.annotations.NullMarked;
