package vn.congdoan.vks.membership.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A record of documents handed over as published: without who signed.
///
/// @param ownerUnionId the union that the units belong to, or belonged to last
public record DocumentHandoverState(
        DocumentHandoverId id,
        UnitId ownerUnionId,
        List<UnitId> unitIds,
        UnitId toUnitId,
        LocalDate handedOverOn,
        List<HandedOverDocument> documents,
        Instant recordedAt) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "document-handover", 1, DocumentHandoverState.class, "handed-over");

    public DocumentHandoverState {
        unitIds = List.copyOf(unitIds);
        documents = List.copyOf(documents);
    }
}
