/// Work that goes on beside the requests.
@NullMarked
package vn.congdoan.vks.platform.background;

import org.jspecify.annotations.NullMarked;
