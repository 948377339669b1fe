@NullMarked
package vn.congdoan.vks.platform.directory;

import org.jspecify.annotations.NullMarked;
