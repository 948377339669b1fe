/// Bank details of those who are paid: sealed at rest, shown for a purpose only.
@NullMarked
package vn.congdoan.vks.welfare.payee;

import org.jspecify.annotations.NullMarked;
