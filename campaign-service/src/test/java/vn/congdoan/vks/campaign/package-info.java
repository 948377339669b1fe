/// Tests of the service as a whole.
@NullMarked
package vn.congdoan.vks.campaign;

import org.jspecify.annotations.NullMarked;
