/// What members are expected to give (kế hoạch thu): one day's pay, dues.
@NullMarked
package vn.congdoan.vks.welfare.plan;

import org.jspecify.annotations.NullMarked;
