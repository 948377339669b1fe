/// Passing one request to a service and its answer back, streaming, within limits.
@NullMarked
package vn.congdoan.vks.gateway.forwarding;

import org.jspecify.annotations.NullMarked;
