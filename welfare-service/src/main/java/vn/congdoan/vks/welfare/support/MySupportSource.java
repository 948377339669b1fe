package vn.congdoan.vks.welfare.support;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where support comes from.
@Schema(description = "CASE: a request for the member or a relative; PROGRAMME: one decision for many")
enum MySupportSource {
    CASE,
    PROGRAMME
}
