/// Files through the whole system.
@NullMarked
package vn.congdoan.vks.acceptance.files;

import org.jspecify.annotations.NullMarked;
