@NullMarked
package vn.congdoan.vks.welfare.contribution;

import org.jspecify.annotations.NullMarked;
