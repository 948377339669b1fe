/// Bearer tokens, verified once and known while they live.
@NullMarked
package vn.congdoan.vks.tokens;

import org.jspecify.annotations.NullMarked;
