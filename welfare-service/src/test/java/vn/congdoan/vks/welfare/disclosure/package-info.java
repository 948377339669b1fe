/// Tests of what is disclosed of funds.
@NullMarked
package vn.congdoan.vks.welfare.disclosure;

import org.jspecify.annotations.NullMarked;
