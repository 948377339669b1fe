/// Plain SQL where rows are read or written in bulk, in the transaction that entities use.
@NullMarked
package vn.congdoan.vks.platform.sql;

import org.jspecify.annotations.NullMarked;
