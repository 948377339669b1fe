/// What happens to requests that are wrong in themselves.
@NullMarked
package vn.congdoan.vks.acceptance.input;

import org.jspecify.annotations.NullMarked;
