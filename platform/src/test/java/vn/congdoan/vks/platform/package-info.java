/// Tests of the platform as a whole.
@NullMarked
package vn.congdoan.vks.platform;

import org.jspecify.annotations.NullMarked;
