/// What is handed out on paper.
@NullMarked
package vn.congdoan.vks.platform.paper;

import org.jspecify.annotations.NullMarked;
