/// The end of a unit in the books: its funds move to others, whole, and a statement says that nothing is left.
@NullMarked
package vn.congdoan.vks.welfare.ending;

import org.jspecify.annotations.NullMarked;
