@NullMarked
package vn.congdoan.vks.welfare.attachment;

import org.jspecify.annotations.NullMarked;
