/// Files by which a bank pays for a fund: drawn up, approved, exported, and reconciled with what the bank answers.
@NullMarked
package vn.congdoan.vks.welfare.payfile;

import org.jspecify.annotations.NullMarked;
