/// Proposals to a superior (đề nghị cấp trên hỗ trợ): people and amounts that a union sends up, what is granted, and
/// the way of the money down to each of them.
@NullMarked
package vn.congdoan.vks.welfare.proposal;

import org.jspecify.annotations.NullMarked;
