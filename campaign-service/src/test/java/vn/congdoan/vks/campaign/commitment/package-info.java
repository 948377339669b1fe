/// Tests of this feature.
@NullMarked
package vn.congdoan.vks.campaign.commitment;

import org.jspecify.annotations.NullMarked;
