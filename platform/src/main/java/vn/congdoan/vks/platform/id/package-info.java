/// Identifiers.
@NullMarked
package vn.congdoan.vks.platform.id;

import org.jspecify.annotations.NullMarked;
