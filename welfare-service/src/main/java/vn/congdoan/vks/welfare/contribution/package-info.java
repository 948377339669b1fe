/// Contributions (đóng góp): what members, units and others give to a fund.
@NullMarked
package vn.congdoan.vks.welfare.contribution;

import org.jspecify.annotations.NullMarked;
