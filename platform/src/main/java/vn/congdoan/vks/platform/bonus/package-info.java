/// What campaign-service tells of the bonuses of awards, and welfare-service pays them by: the one shape of both.
@NullMarked
package vn.congdoan.vks.platform.bonus;

import org.jspecify.annotations.NullMarked;
