/// The line between a provincial node and the central one, on one machine: a proxy that can be cut, slow or
/// unsteady.
@NullMarked
package vn.congdoan.vks.local.link;

import org.jspecify.annotations.NullMarked;
