/// Rules of reported figures without the database.
@NullMarked
package vn.congdoan.vks.membership.figure;

import org.jspecify.annotations.NullMarked;
