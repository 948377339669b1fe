@NullMarked
package vn.congdoan.vks.campaign.overview;

import org.jspecify.annotations.NullMarked;
