/// Carries what stays at home from the central node to the node of a province: of a union that has worked at the
/// central node, once, sealed to the receiver. What is published of the same records has come before, as the
/// changes of the log do.
@NullMarked
package vn.congdoan.vks.platform.handover;

import org.jspecify.annotations.NullMarked;
