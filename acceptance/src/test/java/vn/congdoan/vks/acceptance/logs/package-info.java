/// The logs tell nothing about people.
@NullMarked
package vn.congdoan.vks.acceptance.logs;

import org.jspecify.annotations.NullMarked;
