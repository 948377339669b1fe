/// The real PostgreSQL, Kafka and Keycloak that the system runs on, started as plain processes on this machine.
@NullMarked
package vn.congdoan.vks.local.stack;

import org.jspecify.annotations.NullMarked;
