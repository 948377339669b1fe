/// Who may do what: the permission table, walked through the real system.
@NullMarked
package vn.congdoan.vks.acceptance.access;

import org.jspecify.annotations.NullMarked;
