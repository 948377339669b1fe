/// Planted: a feature that needs only its own module and the platform.
@NullMarked
package vn.congdoan.vks.planted.module.mine.home;

import org.jspecify.annotations.NullMarked;
