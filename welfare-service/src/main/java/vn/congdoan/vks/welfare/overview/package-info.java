/// This service's part of a unit's overview.
@NullMarked
package vn.congdoan.vks.welfare.overview;

import org.jspecify.annotations.NullMarked;
