/// Provincial nodes: which union has one, and whether it may synchronise.
@NullMarked
package vn.congdoan.vks.membership.node;

import org.jspecify.annotations.NullMarked;
