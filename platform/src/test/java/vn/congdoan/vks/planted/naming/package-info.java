/// Planted: names of layers, beside names that only contain such a word.
@NullMarked
package vn.congdoan.vks.planted.naming;

import org.jspecify.annotations.NullMarked;
