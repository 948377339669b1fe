/// Who may do what: roles, permissions, scope in the tree of units, and oversight across a union's boundary.
@NullMarked
package vn.congdoan.vks.platform.access;

import org.jspecify.annotations.NullMarked;
