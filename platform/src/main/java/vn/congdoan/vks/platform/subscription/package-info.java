/// Reads other services' events and keeps what this service must know of them.
@NullMarked
package vn.congdoan.vks.platform.subscription;

import org.jspecify.annotations.NullMarked;
