/// The events as integrators read about them: one AsyncAPI document out of the services' parts.
@NullMarked
package vn.congdoan.vks.gateway.asyncapi;

import org.jspecify.annotations.NullMarked;
