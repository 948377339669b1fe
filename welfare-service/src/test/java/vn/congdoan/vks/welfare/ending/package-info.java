/// The end of a unit in the books.
@NullMarked
package vn.congdoan.vks.welfare.ending;

import org.jspecify.annotations.NullMarked;
