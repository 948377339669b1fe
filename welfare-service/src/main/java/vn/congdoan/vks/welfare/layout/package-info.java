/// Layouts (cấu hình cột): which column of a bank's statement, or of somebody's workbook, holds what.
@NullMarked
package vn.congdoan.vks.welfare.layout;

import org.jspecify.annotations.NullMarked;
