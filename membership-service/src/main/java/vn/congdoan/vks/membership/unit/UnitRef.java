package vn.congdoan.vks.membership.unit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// A unit named beside something else.
@Schema(description = "A unit, by its id and what people call it today")
public record UnitRef(UnitId id, String code, String name, UnitKind kind) {}
