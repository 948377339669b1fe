/// Tests of drives.
@NullMarked
package vn.congdoan.vks.welfare.drive;

import org.jspecify.annotations.NullMarked;
