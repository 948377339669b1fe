/// What unions owe by decisions, such as the bonuses of awards, from the decision to the last đồng.
@NullMarked
package vn.congdoan.vks.welfare.payable;

import org.jspecify.annotations.NullMarked;
