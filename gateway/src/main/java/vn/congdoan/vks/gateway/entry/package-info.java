/// What every request meets first: its id, its log line, and the refusal of what is not well-formed.
@NullMarked
package vn.congdoan.vks.gateway.entry;

import org.jspecify.annotations.NullMarked;
