/// Files that people attach to records: papers of which a record says only that they are there. They are streamed,
/// sealed part by part, and stay in the service that keeps the record.
@NullMarked
package vn.congdoan.vks.platform.attachment;

import org.jspecify.annotations.NullMarked;
