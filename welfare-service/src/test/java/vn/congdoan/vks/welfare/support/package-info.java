/// Tests of support for people in need.
@NullMarked
package vn.congdoan.vks.welfare.support;

import org.jspecify.annotations.NullMarked;
