/// Entries that an accountant makes in the books of a fund: money out, other money in, and ways between cash and bank.
@NullMarked
package vn.congdoan.vks.welfare.entry;

import org.jspecify.annotations.NullMarked;
