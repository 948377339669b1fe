/// Tests of layouts.
@NullMarked
package vn.congdoan.vks.welfare.layout;

import org.jspecify.annotations.NullMarked;
