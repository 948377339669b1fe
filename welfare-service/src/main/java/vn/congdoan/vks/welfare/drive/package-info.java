/// Collecting for an occasion (đợt vận động, quyên góp): goal, window, pledges.
@NullMarked
package vn.congdoan.vks.welfare.drive;

import org.jspecify.annotations.NullMarked;
