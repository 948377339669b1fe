/// Tests of files with tables.
@NullMarked
package vn.congdoan.vks.welfare.sheet;

import org.jspecify.annotations.NullMarked;
