package vn.congdoan.vks.membership.closing;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.text.VietnameseText;

/// That documents of units that end were handed over. It never changes.
@Entity
@Table(name = "document_handover")
class DocumentHandover {

    @EmbeddedId
    private DocumentHandoverId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "unit_ids")
    private List<UUID> unitIds;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "to_unit_id"))
    private UnitId toUnitId;

    @Column(name = "handed_over_on")
    private LocalDate handedOverOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "titles")
    private List<String> titles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "quantities")
    private List<Integer> quantities;

    @Column(name = "handed_over_by")
    private @Nullable String handedOverBy;

    @Column(name = "received_by")
    private @Nullable String receivedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    DocumentHandover() {}

    /// @param ownerUnionId the union that the units belong to, or belonged to last
    DocumentHandover(
            DocumentHandoverId id, UnitId ownerUnionId, NewDocumentHandover form, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitIds = form.unitIds().stream().map(UnitId::value).toList();
        this.toUnitId = form.toUnitId();
        this.handedOverOn = form.date();
        this.titles = form.documents().stream()
                .map(each -> VietnameseText.singleLine(each.title()))
                .toList();
        this.quantities =
                form.documents().stream().map(HandedOverDocument::quantity).toList();
        this.handedOverBy = VietnameseText.singleLine(form.handedOverBy());
        this.receivedBy = VietnameseText.singleLine(form.receivedBy());
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    DocumentHandoverId id() {
        return id;
    }

    long version() {
        return version;
    }

    List<UnitId> units() {
        return unitIds.stream().map(UnitId::new).toList();
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// What others may know of it.
    Change change(Audience audience) {
        return Change.of(
                DocumentHandoverState.TYPE,
                id.value(),
                version,
                "handed-over",
                handedOverOn,
                ownerUnionId,
                audience,
                published());
    }

    DocumentHandoverState published() {
        return new DocumentHandoverState(id, ownerUnionId, units(), toUnitId, handedOverOn, documents(), recordedAt);
    }

    /// @param withSigners whether the reader may know who signed
    DocumentHandoverView view(boolean withSigners) {
        return new DocumentHandoverView(
                id,
                units(),
                toUnitId,
                handedOverOn,
                documents(),
                withSigners ? handedOverBy : null,
                withSigners ? receivedBy : null,
                recordedAt);
    }

    private List<HandedOverDocument> documents() {
        return IntStream.range(0, titles.size())
                .mapToObj(line -> new HandedOverDocument(titles.get(line), quantities.get(line)))
                .toList();
    }
}
