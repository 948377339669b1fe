/// Which bearer tokens are believed.
@NullMarked
package vn.congdoan.vks.acceptance.token;

import org.jspecify.annotations.NullMarked;
