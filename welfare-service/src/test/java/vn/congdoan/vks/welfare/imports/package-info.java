/// Tests of contributions in bulk.
@NullMarked
package vn.congdoan.vks.welfare.imports;

import org.jspecify.annotations.NullMarked;
