/// What is given in kind (hiện vật): what it is, how much, what it is worth, and how that was found.
@NullMarked
package vn.congdoan.vks.welfare.goods;

import org.jspecify.annotations.NullMarked;
