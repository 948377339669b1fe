/// The audit trails of all services read as one.
@NullMarked
package vn.congdoan.vks.gateway.audit;

import org.jspecify.annotations.NullMarked;
