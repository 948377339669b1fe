/// Committees of units for a term, the seats in them, and the assignments that seats give.
@NullMarked
package vn.congdoan.vks.membership.committee;

import org.jspecify.annotations.NullMarked;
