/// The rules of a local superior, without a database.
@NullMarked
package vn.congdoan.vks.membership.localsuperior;

import org.jspecify.annotations.NullMarked;
