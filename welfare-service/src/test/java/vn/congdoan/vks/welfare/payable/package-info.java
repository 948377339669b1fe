/// What unions owe by decisions, end to end.
@NullMarked
package vn.congdoan.vks.welfare.payable;

import org.jspecify.annotations.NullMarked;
