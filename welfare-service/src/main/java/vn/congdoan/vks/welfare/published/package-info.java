/// What this service publishes of its records.
@NullMarked
package vn.congdoan.vks.welfare.published;

import org.jspecify.annotations.NullMarked;
