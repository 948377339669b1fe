/// Periods of the books of a unit's funds: closed by its accountant, opened again by a decision of its chair.
@NullMarked
package vn.congdoan.vks.welfare.period;

import org.jspecify.annotations.NullMarked;
