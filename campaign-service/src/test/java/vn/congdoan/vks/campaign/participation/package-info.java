/// Tests of this feature.
@NullMarked
package vn.congdoan.vks.campaign.participation;

import org.jspecify.annotations.NullMarked;
