/// Keys, sealing of personal data, and keyed hashes.
@NullMarked
package vn.congdoan.vks.platform.secrets;

import org.jspecify.annotations.NullMarked;
