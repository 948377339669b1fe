package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Nữ, nam.
@Schema(description = "Gender")
public enum Gender {
    FEMALE,
    MALE
}
