/// Tests of proposals to a superior.
@NullMarked
package vn.congdoan.vks.welfare.proposal;

import org.jspecify.annotations.NullMarked;
