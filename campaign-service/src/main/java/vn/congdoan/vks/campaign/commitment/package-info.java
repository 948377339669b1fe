/// What units and members register to do in a campaign.
@NullMarked
package vn.congdoan.vks.campaign.commitment;

import org.jspecify.annotations.NullMarked;
