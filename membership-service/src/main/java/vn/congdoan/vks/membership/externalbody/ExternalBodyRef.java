package vn.congdoan.vks.membership.externalbody;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An external body named beside something else.
@Schema(description = "An external body, by its id and its name")
public record ExternalBodyRef(
        ExternalBodyId id,
        ExternalBodyKind kind,

        @Schema(description = "Name", examples = "Liên đoàn Lao động tỉnh Quảng Ngãi")
        String name) {}
