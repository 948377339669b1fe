/// Tests of care that goes on.
@NullMarked
package vn.congdoan.vks.welfare.care;

import org.jspecify.annotations.NullMarked;
