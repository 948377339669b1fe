/// Members: from the application or enrolment, through the decision, to the end.
@NullMarked
package vn.congdoan.vks.membership.member;

import org.jspecify.annotations.NullMarked;
