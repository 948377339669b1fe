/// What the services' tests share: a real PostgreSQL and Kafka, and tokens that a test identity provider signs.
@NullMarked
package vn.congdoan.vks.platform.testing;

import org.jspecify.annotations.NullMarked;
