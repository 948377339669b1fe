/// Campaigns: what a unit calls its members and the units below it to do, from which day and for whom.
@NullMarked
package vn.congdoan.vks.campaign.campaign;

import org.jspecify.annotations.NullMarked;
