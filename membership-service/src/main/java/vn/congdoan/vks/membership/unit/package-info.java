/// Units of the organization: unions, their sections and groups, through time.
@NullMarked
package vn.congdoan.vks.membership.unit;

import org.jspecify.annotations.NullMarked;
