/// Backups of a local system: all its databases at one point, taken while it runs, and brought back.
@NullMarked
package vn.congdoan.vks.local.backup;

import org.jspecify.annotations.NullMarked;
