/// Carries the change log to Kafka, in the order of its positions.
@NullMarked
package vn.congdoan.vks.platform.relay;

import org.jspecify.annotations.NullMarked;
