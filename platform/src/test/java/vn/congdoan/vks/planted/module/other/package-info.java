/// Planted: another service.
@NullMarked
package vn.congdoan.vks.planted.module.other;

import org.jspecify.annotations.NullMarked;
