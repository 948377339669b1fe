/// The rules of the code, proven over each module's own classes, and each shown to fail on a planted violation.
@NullMarked
package vn.congdoan.vks.platform.architecture;

import org.jspecify.annotations.NullMarked;
