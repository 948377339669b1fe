/// Reorganizations from within.
@NullMarked
package vn.congdoan.vks.membership.reorganization;

import org.jspecify.annotations.NullMarked;
