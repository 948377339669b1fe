@NullMarked
package vn.congdoan.vks.welfare.payfile;

import org.jspecify.annotations.NullMarked;
