/// What units have reported on paper: figures as they were printed, which stand beside those that are computed from
/// records.
@NullMarked
package vn.congdoan.vks.membership.figure;

import org.jspecify.annotations.NullMarked;
