/// The caller's own view, and the link between an account and a member.
@NullMarked
package vn.congdoan.vks.membership.account;

import org.jspecify.annotations.NullMarked;
