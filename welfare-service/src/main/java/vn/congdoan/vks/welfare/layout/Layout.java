package vn.congdoan.vks.welfare.layout;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Which column of a bank's statement holds what, told once.
@Entity
@Table(name = "contribution_layout")
public class Layout {

    @EmbeddedId
    private LayoutId id;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("UnusedVariable") // By it a hand-over finds what moves, in SQL.
    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Column(name = "name")
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Embedded
    private LayoutColumns columns;

    @Embedded
    private LayoutNotation notation;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    Layout() {}

    /// @param createdAs what tells an equal creation from another one
    Layout(LayoutId id, UnitId ownerUnionId, NewLayout form, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
        this.name = VietnameseText.singleLine(form.name());
        this.nameKey = form.nameKey();
        this.columns = form.columns();
        this.notation = form.notation();
    }

    /// Says it anew. What was imported by it stays as it was read.
    void describe(NewLayout form) {
        name = VietnameseText.singleLine(form.name());
        nameKey = form.nameKey();
        columns = form.columns();
        notation = form.notation();
    }

    public LayoutId id() {
        return id;
    }

    public UnitId unitId() {
        return unitId;
    }

    public LayoutColumns columns() {
        return columns;
    }

    public LayoutNotation notation() {
        return notation;
    }

    long version() {
        return version;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    LayoutView view() {
        return new LayoutView(id, unitId, name, columns, notation, recordedAt);
    }
}
