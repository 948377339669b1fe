/// Failures of the domain and their one mapping to problem details (RFC 9457), in Vietnamese and English.
@NullMarked
package vn.congdoan.vks.platform.problem;

import org.jspecify.annotations.NullMarked;
