/// Who holds which role where and when.
@NullMarked
package vn.congdoan.vks.membership.assignment;

import org.jspecify.annotations.NullMarked;
