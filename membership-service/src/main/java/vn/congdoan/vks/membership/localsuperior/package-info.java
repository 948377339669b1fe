/// The local superior of each union besides its place in the sector line, through time.
@NullMarked
package vn.congdoan.vks.membership.localsuperior;

import org.jspecify.annotations.NullMarked;
