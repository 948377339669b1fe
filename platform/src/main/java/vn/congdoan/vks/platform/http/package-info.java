/// What every answer and request of a service has in common: request id, preconditions, strict parameters, logs.
@NullMarked
package vn.congdoan.vks.platform.http;

import org.jspecify.annotations.NullMarked;
