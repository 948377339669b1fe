/// The change log: every change of an aggregate, written in its own transaction, then given a position. Kafka and
/// sync read it.
@NullMarked
package vn.congdoan.vks.platform.change;

import org.jspecify.annotations.NullMarked;
