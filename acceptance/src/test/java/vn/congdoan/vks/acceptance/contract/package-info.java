/// What clients outside rely on.
@NullMarked
package vn.congdoan.vks.acceptance.contract;

import org.jspecify.annotations.NullMarked;
