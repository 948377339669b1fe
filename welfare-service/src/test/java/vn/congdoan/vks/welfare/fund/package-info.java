/// Tests of funds.
@NullMarked
package vn.congdoan.vks.welfare.fund;

import org.jspecify.annotations.NullMarked;
