/// A province's link to the central node: carries the changes of the services both ways.
@NullMarked
package vn.congdoan.vks.gateway.link;

import org.jspecify.annotations.NullMarked;
