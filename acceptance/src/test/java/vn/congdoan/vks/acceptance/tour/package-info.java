/// The commands of the README do what it says.
@NullMarked
package vn.congdoan.vks.acceptance.tour;

import org.jspecify.annotations.NullMarked;
