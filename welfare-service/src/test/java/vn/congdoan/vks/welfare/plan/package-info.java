/// Tests of contribution plans.
@NullMarked
package vn.congdoan.vks.welfare.plan;

import org.jspecify.annotations.NullMarked;
