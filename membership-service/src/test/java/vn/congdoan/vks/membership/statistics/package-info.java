@NullMarked
package vn.congdoan.vks.membership.statistics;

import org.jspecify.annotations.NullMarked;
