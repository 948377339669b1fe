/// Contributions in bulk: read from a workbook or a bank's statement, looked over, confirmed, undone.
@NullMarked
package vn.congdoan.vks.welfare.imports;

import org.jspecify.annotations.NullMarked;
