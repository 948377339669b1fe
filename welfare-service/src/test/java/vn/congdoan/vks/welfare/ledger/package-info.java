@NullMarked
package vn.congdoan.vks.welfare.ledger;

import org.jspecify.annotations.NullMarked;
