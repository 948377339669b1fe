/// Members who need not pay union dues for some time.
@NullMarked
package vn.congdoan.vks.membership.exemption;

import org.jspecify.annotations.NullMarked;
