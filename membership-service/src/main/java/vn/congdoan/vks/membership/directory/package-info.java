/// What the organization is today, for deciding who may do what: for this service and for the others.
@NullMarked
package vn.congdoan.vks.membership.directory;

import org.jspecify.annotations.NullMarked;
