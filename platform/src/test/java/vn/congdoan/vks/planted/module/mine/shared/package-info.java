/// Planted: public classes, needed and not needed by other features.
@NullMarked
package vn.congdoan.vks.planted.module.mine.shared;

import org.jspecify.annotations.NullMarked;
