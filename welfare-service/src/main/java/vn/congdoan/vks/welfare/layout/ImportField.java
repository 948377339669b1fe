package vn.congdoan.vks.welfare.layout;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is read of a row.
@Schema(description = "What is read of a row")
public enum ImportField {
    DATE,
    AMOUNT,
    REFERENCE,
    DESCRIPTION,
    MEMBER,
    NAME,
    NOTE
}
