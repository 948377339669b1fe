package vn.congdoan.vks.membership.committee;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names the body of a merge patch in the API document; it is read as plain JSON, because in a patch an absent field
/// and null say different things.
@Schema(
        description = "`term`, `validFrom`, `validTo` and `seats`; what is absent stays, and `seats` replaces them all",
        examples = "{\"term\": \"2023–2028\", \"validTo\": \"2028-04-01\"}")
interface CommitteePatch {}
