/// The first start of a node.
@NullMarked
package vn.congdoan.vks.membership.bootstrap;

import org.jspecify.annotations.NullMarked;
