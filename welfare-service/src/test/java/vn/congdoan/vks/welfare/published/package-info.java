/// Tests of what is published.
@NullMarked
package vn.congdoan.vks.welfare.published;

import org.jspecify.annotations.NullMarked;
