/// The whole system on one machine: its parts, where each one is, and the processes that run them.
@NullMarked
package vn.congdoan.vks.local.system;

import org.jspecify.annotations.NullMarked;
