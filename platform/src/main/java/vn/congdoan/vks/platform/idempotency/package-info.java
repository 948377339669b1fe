/// Lets a client repeat a request that it does not know the outcome of.
@NullMarked
package vn.congdoan.vks.platform.idempotency;

import org.jspecify.annotations.NullMarked;
