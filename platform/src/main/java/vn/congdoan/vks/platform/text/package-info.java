/// Vietnamese text: normal form, and search without diacritics.
@NullMarked
package vn.congdoan.vks.platform.text;

import org.jspecify.annotations.NullMarked;
