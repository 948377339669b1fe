/// How the gateway tells clients what went wrong: RFC 9457 problem details in Vietnamese or English.
@NullMarked
package vn.congdoan.vks.gateway.problem;

import org.jspecify.annotations.NullMarked;
