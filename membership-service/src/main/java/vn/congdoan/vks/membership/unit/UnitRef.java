package vn.congdoan.vks.membership.unit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// A unit named beside something else.
@Schema(description = "A unit, by its id and what people call it today")
public record UnitRef(
        UnitId id,
        @Schema(description = "Code", examples = "QNG") String code,

        @Schema(description = "Name", examples = "Công đoàn VKSND tỉnh Quảng Ngãi")
        String name,

        UnitKind kind) {}
