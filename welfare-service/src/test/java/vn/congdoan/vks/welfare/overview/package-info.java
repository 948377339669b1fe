@NullMarked
package vn.congdoan.vks.welfare.overview;

import org.jspecify.annotations.NullMarked;
