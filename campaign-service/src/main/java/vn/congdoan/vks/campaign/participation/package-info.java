/// Units that take part in campaigns launched above them, each with targets of its own.
@NullMarked
package vn.congdoan.vks.campaign.participation;

import org.jspecify.annotations.NullMarked;
