/// The statement of a fund: what it held, what came and went, what it holds.
@NullMarked
package vn.congdoan.vks.welfare.statement;

import org.jspecify.annotations.NullMarked;
