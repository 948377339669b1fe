/// What is disclosed of funds (công khai): where money came from, what it went to, and nobody's name.
@NullMarked
package vn.congdoan.vks.welfare.disclosure;

import org.jspecify.annotations.NullMarked;
