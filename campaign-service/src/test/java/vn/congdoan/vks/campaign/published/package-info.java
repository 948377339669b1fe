/// Tests of this feature.
@NullMarked
package vn.congdoan.vks.campaign.published;

import org.jspecify.annotations.NullMarked;
