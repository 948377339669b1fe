package vn.congdoan.vks.membership.externalbody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names the body of a merge patch in the API document; it is read as plain JSON, because in a patch an absent field
/// and null say different things.
@Schema(
        description = "`name` and `validTo`; what is absent stays, and null in `validTo` lets the body last",
        examples = "{\"name\": \"Liên đoàn Lao động tỉnh Quảng Ngãi (trước sáp nhập)\", \"validTo\": \"2025-07-01\"}")
interface ExternalBodyPatch {}
