/// What a unit did in a year, composed from what all services know.
@NullMarked
package vn.congdoan.vks.gateway.overview;

import org.jspecify.annotations.NullMarked;
