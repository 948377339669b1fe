/// Funds of the union: what each is for, whose it is, and how long it is open.
@NullMarked
package vn.congdoan.vks.welfare.fund;

import org.jspecify.annotations.NullMarked;
