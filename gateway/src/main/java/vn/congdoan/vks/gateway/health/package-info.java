/// What the gateway knows about itself and the services.
@NullMarked
package vn.congdoan.vks.gateway.health;

import org.jspecify.annotations.NullMarked;
