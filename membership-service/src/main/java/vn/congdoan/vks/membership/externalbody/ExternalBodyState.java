package vn.congdoan.vks.membership.externalbody;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.AggregateType;

/// An external body as it is published.
///
/// @param recordedAt when it was first written down; absent in what was published before this was told
public record ExternalBodyState(
        ExternalBodyId id,
        ExternalBodyKind kind,
        String name,
        @Nullable String provinceCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "external-body", 1, ExternalBodyState.class, "recorded", "revised");
}
