/// Nodes keep each other's records: a feed of the own changes, and the application of those that others made.
@NullMarked
package vn.congdoan.vks.platform.sync;

import org.jspecify.annotations.NullMarked;
