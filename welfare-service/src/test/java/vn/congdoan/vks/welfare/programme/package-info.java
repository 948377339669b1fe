/// Tests of support programmes.
@NullMarked
package vn.congdoan.vks.welfare.programme;

import org.jspecify.annotations.NullMarked;
