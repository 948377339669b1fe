/// What is said of goods, tested from outside.
@NullMarked
package vn.congdoan.vks.welfare.goods;

import org.jspecify.annotations.NullMarked;
