/// Who gives, or promises to.
@NullMarked
package vn.congdoan.vks.welfare.donor;

import org.jspecify.annotations.NullMarked;
