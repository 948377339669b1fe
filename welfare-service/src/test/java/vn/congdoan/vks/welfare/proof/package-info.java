@NullMarked
package vn.congdoan.vks.welfare.proof;

import org.jspecify.annotations.NullMarked;
