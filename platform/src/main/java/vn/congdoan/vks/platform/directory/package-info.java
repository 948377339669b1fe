/// The organization as a service must know it to decide who may do what: kept from membership-service's events.
@NullMarked
package vn.congdoan.vks.platform.directory;

import org.jspecify.annotations.NullMarked;
