/// The rules of an external body, without a database.
@NullMarked
package vn.congdoan.vks.membership.node;

import org.jspecify.annotations.NullMarked;
