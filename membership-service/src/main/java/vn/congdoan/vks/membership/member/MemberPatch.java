package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Names the body of a merge patch in the API document; it is read as plain JSON, because in a patch an absent field
/// and
/// null say different things.
@Schema(
        description = "Fields of an application to set; null removes a field; what is absent stays",
        examples = "{\"position\": \"Phó Trưởng phòng\", \"phone\": \"0905123456\"}")
interface MemberPatch {}
