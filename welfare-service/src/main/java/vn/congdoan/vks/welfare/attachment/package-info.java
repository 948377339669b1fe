/// Papers at support cases: signed receipts, papers of hospitals, decisions.
@NullMarked
package vn.congdoan.vks.welfare.attachment;

import org.jspecify.annotations.NullMarked;
