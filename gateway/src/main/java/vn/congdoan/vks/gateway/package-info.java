/// The one entry to the system: routes, checks, limits, and views composed of several services.
@NullMarked
package vn.congdoan.vks.gateway;

import org.jspecify.annotations.NullMarked;
