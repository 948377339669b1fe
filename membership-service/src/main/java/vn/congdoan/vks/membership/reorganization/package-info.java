/// Changes of the organization by decision: previewed, applied on their day, and never undone silently.
@NullMarked
package vn.congdoan.vks.membership.reorganization;

import org.jspecify.annotations.NullMarked;
