package vn.congdoan.vks.welfare.support;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who is supported.
@Schema(description = "Who is supported")
public enum BeneficiaryKind {
    MEMBER,
    /// Somebody who has retired.
    RETIREE,
    /// Of a member.
    RELATIVE,
    OUTSIDE_PERSON,
    HOUSEHOLD;

    boolean mayNameMember() {
        return this == MEMBER || this == RETIREE || this == RELATIVE;
    }

    boolean needsMember() {
        return this == MEMBER || this == RELATIVE;
    }

    boolean mayHaveName() {
        return this != MEMBER;
    }
}
