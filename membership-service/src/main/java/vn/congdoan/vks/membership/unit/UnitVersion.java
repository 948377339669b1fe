package vn.congdoan.vks.membership.unit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What a unit was called, what it was, and where it stood from one day until another (exclusive; null: until now).
@Entity
@Table(name = "unit_version")
class UnitVersion {

    @Id
    @Column(name = "unit_version_id")
    private UUID id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "union_id"))
    private UnitId unionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "parent_id"))
    private @Nullable UnitId parentId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private UnitKind kind;

    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "searchable")
    private String searchable;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    UnitVersion() {}

    UnitVersion(UnitId unionId, @Nullable UnitId parentId, NewUnit form) {
        this.id = Ids.next();
        this.unionId = unionId;
        this.parentId = parentId;
        this.kind = form.kind();
        this.code = form.code();
        this.name = VietnameseText.singleLine(form.name());
        this.searchable = searchable(form.code(), form.name());
        this.validFrom = form.validFrom();
    }

    private UnitVersion(UnitVersion before, Revision revision, LocalDate from) {
        this.id = Ids.next();
        this.kind = before.kind;
        this.validFrom = from;
        take(before.code, before.name, before.unionId, before.parentId);
        take(revision);
    }

    /// What holds from a day on; this one must end there.
    UnitVersion next(Revision revision, LocalDate from) {
        return new UnitVersion(this, revision, from);
    }

    void take(Revision revision) {
        take(
                revision.code() == null ? code : revision.code(),
                revision.name() == null ? name : VietnameseText.singleLine(revision.name()),
                revision.unionId() == null ? unionId : revision.unionId(),
                revision.parentId() == null ? parentId : revision.parentId());
    }

    private void take(String newCode, String newName, UnitId newUnion, @Nullable UnitId newParent) {
        code = newCode;
        name = newName;
        searchable = searchable(newCode, newName);
        unionId = newUnion;
        parentId = newParent;
    }

    /// What people find it by.
    static String searchable(String code, String name) {
        return VietnameseText.searchable(code + " " + name);
    }

    void end(LocalDate day) {
        validTo = day;
    }

    boolean isValidOn(LocalDate day) {
        LocalDate end = validTo;
        return !day.isBefore(validFrom) && (end == null || day.isBefore(end));
    }

    LocalDate validFrom() {
        return validFrom;
    }

    @Nullable
    LocalDate validTo() {
        return validTo;
    }

    UnitId unionId() {
        return unionId;
    }

    /// The union that decides about the unit: for a union the one above it, for the root itself.
    UnitId keeper() {
        UnitId above = parentId;
        return kind.isUnion() && above != null ? above : unionId;
    }

    UnitKind kind() {
        return kind;
    }

    UnitState.Version published() {
        return new UnitState.Version(unionId, parentId, kind, code, name, validFrom, validTo);
    }

    UnitView view(UnitId unit) {
        return new UnitView(unit, code, name, kind, unionId, parentId, validFrom, validTo);
    }
}
