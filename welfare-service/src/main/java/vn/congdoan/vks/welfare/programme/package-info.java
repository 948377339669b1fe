/// Support for many by one decision: listed by a rule, approved as a whole, paid one by one.
@NullMarked
package vn.congdoan.vks.welfare.programme;

import org.jspecify.annotations.NullMarked;
