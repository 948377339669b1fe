@NullMarked
package vn.congdoan.vks.welfare.entry;

import org.jspecify.annotations.NullMarked;
