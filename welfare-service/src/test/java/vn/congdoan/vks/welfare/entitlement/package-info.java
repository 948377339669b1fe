@NullMarked
package vn.congdoan.vks.welfare.entitlement;

import org.jspecify.annotations.NullMarked;
