/// The trail of changes and of reads of sensitive data that each service keeps.
@NullMarked
package vn.congdoan.vks.platform.audit;

import org.jspecify.annotations.NullMarked;
