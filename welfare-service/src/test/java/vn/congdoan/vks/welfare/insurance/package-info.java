/// Tests of group insurance.
@NullMarked
package vn.congdoan.vks.welfare.insurance;

import org.jspecify.annotations.NullMarked;
