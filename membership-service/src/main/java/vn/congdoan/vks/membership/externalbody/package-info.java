/// Bodies outside the organization that command, fund, decide or award.
@NullMarked
package vn.congdoan.vks.membership.externalbody;

import org.jspecify.annotations.NullMarked;
