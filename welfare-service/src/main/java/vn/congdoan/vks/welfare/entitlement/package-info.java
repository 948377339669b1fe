/// Who is entitled to support and has none yet: by what membership tells, by what officers note, by the calendar,
/// and by each union's dated rules.
@NullMarked
package vn.congdoan.vks.welfare.entitlement;

import org.jspecify.annotations.NullMarked;
