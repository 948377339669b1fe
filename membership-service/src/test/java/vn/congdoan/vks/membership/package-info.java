/// Membership-service as its clients see it, on a real database.
@NullMarked
package vn.congdoan.vks.membership;

import org.jspecify.annotations.NullMarked;
