/// Transfers of members from one unit to another, within a union or between two: asked for by the one, answered by the
/// other.
@NullMarked
package vn.congdoan.vks.membership.transfer;

import org.jspecify.annotations.NullMarked;
