/// Care that a union gives somebody regularly: written down by one, approved by another, paid on each due day by a
/// third.
@NullMarked
package vn.congdoan.vks.welfare.care;

import org.jspecify.annotations.NullMarked;
