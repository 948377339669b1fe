/// What the tests put around the gateway: services on raw sockets, an issuer of tokens, and a client that sees the
/// wire.
@NullMarked
package vn.congdoan.vks.gateway.testing;

import org.jspecify.annotations.NullMarked;
