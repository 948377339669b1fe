/// Tests of the service as a whole.
@NullMarked
package vn.congdoan.vks.welfare;

import org.jspecify.annotations.NullMarked;
