/// Planted: a feature that reaches into another module.
@NullMarked
package vn.congdoan.vks.planted.module.mine.abroad;

import org.jspecify.annotations.NullMarked;
