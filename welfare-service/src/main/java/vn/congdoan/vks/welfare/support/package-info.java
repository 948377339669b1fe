/// Support for people in need: asked for by one, approved by another, paid by a third.
@NullMarked
package vn.congdoan.vks.welfare.support;

import org.jspecify.annotations.NullMarked;
