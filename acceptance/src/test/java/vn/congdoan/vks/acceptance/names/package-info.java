/// Vietnamese names: found without diacritics, listed by given name.
@NullMarked
package vn.congdoan.vks.acceptance.names;

import org.jspecify.annotations.NullMarked;
