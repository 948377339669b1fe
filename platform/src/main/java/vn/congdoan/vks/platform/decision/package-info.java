/// Decisions on paper.
@NullMarked
package vn.congdoan.vks.platform.decision;

import org.jspecify.annotations.NullMarked;
