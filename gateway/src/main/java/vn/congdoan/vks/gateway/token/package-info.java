/// Who is calling: the first check of the bearer token.
@NullMarked
package vn.congdoan.vks.gateway.token;

import org.jspecify.annotations.NullMarked;
