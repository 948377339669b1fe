/// Files that people make tables in, read strictly: workbooks (xlsx) and CSV.
@NullMarked
package vn.congdoan.vks.welfare.sheet;

import org.jspecify.annotations.NullMarked;
