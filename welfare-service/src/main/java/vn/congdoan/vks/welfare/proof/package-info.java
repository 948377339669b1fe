/// The chain over the transfers of each fund, which proves that nothing was changed since.
@NullMarked
package vn.congdoan.vks.welfare.proof;

import org.jspecify.annotations.NullMarked;
