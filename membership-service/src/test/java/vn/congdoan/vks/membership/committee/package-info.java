/// Committees as their rules are.
@NullMarked
package vn.congdoan.vks.membership.committee;

import org.jspecify.annotations.NullMarked;
