/// What this service publishes of its records.
@NullMarked
package vn.congdoan.vks.campaign.published;

import org.jspecify.annotations.NullMarked;
