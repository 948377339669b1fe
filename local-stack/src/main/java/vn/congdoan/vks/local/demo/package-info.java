/// The demo scenario: the union with invented people, loaded through the public API as its demo logins.
@NullMarked
package vn.congdoan.vks.local.demo;

import org.jspecify.annotations.NullMarked;
