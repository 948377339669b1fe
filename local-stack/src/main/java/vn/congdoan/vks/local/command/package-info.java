/// The commands of `./dev`.
@NullMarked
package vn.congdoan.vks.local.command;

import org.jspecify.annotations.NullMarked;
