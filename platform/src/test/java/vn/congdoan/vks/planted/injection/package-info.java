/// Planted: injection into fields and methods, beside injection by the constructor.
@NullMarked
package vn.congdoan.vks.planted.injection;

import org.jspecify.annotations.NullMarked;
