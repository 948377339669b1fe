/// What was acknowledged stays, whatever is killed.
@NullMarked
package vn.congdoan.vks.acceptance.durability;

import org.jspecify.annotations.NullMarked;
