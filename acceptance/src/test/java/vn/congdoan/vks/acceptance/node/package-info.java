/// A province works on its own server, with or without the network, and the central node holds the same record.
@NullMarked
package vn.congdoan.vks.acceptance.node;

import org.jspecify.annotations.NullMarked;
