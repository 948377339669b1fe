/// Planted: output to the console, beside a log.
@NullMarked
package vn.congdoan.vks.planted.console;

import org.jspecify.annotations.NullMarked;
