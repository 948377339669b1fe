@NullMarked
package vn.congdoan.vks.welfare.statement;

import org.jspecify.annotations.NullMarked;
