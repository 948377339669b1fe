/// Which service answers which path, and which path is one at all.
@NullMarked
package vn.congdoan.vks.gateway.routing;

import org.jspecify.annotations.NullMarked;
