/// Group insurance: policies, whom they insure, premiums and claims.
@NullMarked
package vn.congdoan.vks.welfare.insurance;

import org.jspecify.annotations.NullMarked;
