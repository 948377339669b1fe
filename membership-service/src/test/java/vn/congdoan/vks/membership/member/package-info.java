/// The rules of a membership, without a database.
@NullMarked
package vn.congdoan.vks.membership.member;

import org.jspecify.annotations.NullMarked;
