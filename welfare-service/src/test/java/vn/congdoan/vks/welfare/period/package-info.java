@NullMarked
package vn.congdoan.vks.welfare.period;

import org.jspecify.annotations.NullMarked;
