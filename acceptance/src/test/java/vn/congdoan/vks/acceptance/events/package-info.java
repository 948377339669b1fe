/// The services know of each other's changes through events alone: nothing is lost, nothing stays stale, whatever
/// breaks in between.
@NullMarked
package vn.congdoan.vks.acceptance.events;

import org.jspecify.annotations.NullMarked;
