/// What this service publishes of its records.
@NullMarked
package vn.congdoan.vks.membership.published;

import org.jspecify.annotations.NullMarked;
