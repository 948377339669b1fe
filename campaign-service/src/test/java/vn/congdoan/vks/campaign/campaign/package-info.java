/// Tests of campaigns.
@NullMarked
package vn.congdoan.vks.campaign.campaign;

import org.jspecify.annotations.NullMarked;
