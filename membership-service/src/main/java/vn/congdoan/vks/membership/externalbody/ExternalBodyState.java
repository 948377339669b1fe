package vn.congdoan.vks.membership.externalbody;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.AggregateType;

/// An external body as it is published.
public record ExternalBodyState(
        ExternalBodyId id,
        ExternalBodyKind kind,
        String name,
        @Nullable String provinceCode,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "external-body", 1, ExternalBodyState.class, "recorded", "revised");
}
