/// The change log as others read it: by position, as far as they are its audience.
@NullMarked
package vn.congdoan.vks.platform.feed;

import org.jspecify.annotations.NullMarked;
