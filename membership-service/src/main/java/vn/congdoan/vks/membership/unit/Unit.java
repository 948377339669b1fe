package vn.congdoan.vks.membership.unit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// A unit of the organization. The id stays for life; name, kind, code and place are dated versions, one for each day
/// that the unit exists. It is born below a parent and never outlives its place in one union unnoticed: every change is
/// a version of its own.
@Entity
@Table(name = "unit")
public class Unit {

    @EmbeddedId
    private UnitId id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "changed_at")
    @SuppressWarnings("UnusedVariable") // with it the version goes on
    private Instant changedAt;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.EAGER, orphanRemoval = true)
    @JoinColumn(name = "unit_id", nullable = false, updatable = false)
    @OrderBy("validFrom")
    private List<UnitVersion> versions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "unit_succession", joinColumns = @JoinColumn(name = "unit_id"))
    @AttributeOverride(name = "value", column = @Column(name = "successor_id"))
    @OrderColumn(name = "ordinal")
    private List<UnitId> successors = new ArrayList<>();

    Unit() {}

    private Unit(UnitId id, UnitVersion first, byte[] createdAs, Instant now) {
        this.id = id;
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
        this.changedAt = now;
        this.versions.add(first);
    }

    /// The central union, the root of everything: made once, by the first start of the central node.
    public static Unit root(UnitId id, String code, String name, LocalDate since, Instant now) {
        NewUnit form = new NewUnit(UnitKind.CENTRAL_UNION, id, code, name, since);
        return new Unit(id, new UnitVersion(id, null, form), new byte[0], now);
    }

    /// A new unit below this one.
    Unit found(UnitId newId, NewUnit form, byte[] createdAs, Instant now) {
        UnitVersion above = versionOn(form.validFrom())
                .orElseThrow(() -> new Unprocessable("/validFrom", "unit-not-existing-then"));
        if (versions.getLast().validTo() != null) {
            throw new Unprocessable("/parentId", "unit-ended");
        }
        if (!form.kind().mayStandBelow(above.kind())) {
            throw new Unprocessable("/kind", "kind-not-below-parent");
        }
        UnitId union = form.kind().isUnion() ? newId : above.unionId();
        return new Unit(newId, new UnitVersion(union, id, form), createdAs, now);
    }

    /// Ends the present version on a day, unless it begins then. To be written before [#reviseFrom] makes the next.
    public void closeBefore(LocalDate day) {
        UnitVersion last = versions.getLast();
        if (!last.validFrom().equals(day)) {
            last.end(day);
        }
    }

    /// Ends the unit's versions on a day; one that would begin only then never comes. To be written before others take
    /// its code, and before [#succeededBy].
    public void closeForGood(LocalDate day) {
        if (versions.getLast().validFrom().equals(day)) {
            versions.removeLast();
        } else {
            versions.getLast().end(day);
        }
    }

    /// What is new about it from a day on, after [#closeBefore].
    public void reviseFrom(LocalDate day, Revision revision, Instant now) {
        UnitVersion last = versions.getLast();
        if (last.validFrom().equals(day)) {
            last.take(revision);
        } else {
            versions.add(last.next(revision, day));
        }
        changedAt = now;
    }

    /// It has ended, after [#closeForGood].
    ///
    /// @param comeAfter the main successor first
    public void succeededBy(List<UnitId> comeAfter, Instant now) {
        successors.addAll(comeAfter);
        changedAt = now;
    }

    /// What everybody may know after something happened to it.
    ///
    /// @param effectiveDate the day from which it holds
    public Change change(String happened, LocalDate effectiveDate) {
        return Change.of(
                UnitState.TYPE,
                id.value(),
                version,
                happened,
                effectiveDate,
                versions.getLast().keeper(),
                Audience.everybody(),
                published());
    }

    /// What everybody may know of it.
    UnitState published() {
        return new UnitState(
                id, versions.stream().map(UnitVersion::published).toList(), List.copyOf(successors), recordedAt);
    }

    /// A new unit by a reorganization, where the one above comes into being or changes on the same day.
    public static Unit founded(UnitId id, UnitId union, NewUnit form, Instant now) {
        return new Unit(id, new UnitVersion(union, form.parentId(), form), new byte[0], now);
    }

    /// What took the place of the unit, where that is one.
    Optional<UnitId> onlySuccessor() {
        return successors.size() == 1 ? Optional.of(successors.iterator().next()) : Optional.empty();
    }

    public UnitId id() {
        return id;
    }

    long version() {
        return version;
    }

    boolean wasCreatedAs(byte[] form) {
        return java.security.MessageDigest.isEqual(createdAs, form);
    }

    /// The version of a day; empty where the unit did not exist.
    Optional<UnitVersion> versionOn(LocalDate day) {
        return versions.stream().filter(each -> each.isValidOn(day)).findFirst();
    }

    /// Whether the unit exists on a day.
    public boolean existsOn(LocalDate day) {
        return versionOn(day).isPresent();
    }

    /// Whether the unit exists on any of some days, both included.
    public boolean existsBetween(LocalDate first, LocalDate last) {
        LocalDate end = versions.getLast().validTo();
        return !last.isBefore(versions.getFirst().validFrom()) && (end == null || first.isBefore(end));
    }

    public boolean hasEndedBy(LocalDate day) {
        LocalDate end = versions.getLast().validTo();
        return end != null && !end.isAfter(day);
    }

    /// The unit as of a day, else as it was last before, else as it will be first.
    UnitView viewOn(LocalDate day) {
        UnitVersion shown = versionOn(day)
                .orElseGet(
                        () -> versions.getLast().validFrom().isAfter(day) ? versions.getFirst() : versions.getLast());
        return shown.view(id);
    }

    /// The unit as it is named beside something else.
    public UnitRef refOn(LocalDate day) {
        UnitView view = viewOn(day);
        return new UnitRef(id, view.code(), view.name(), view.kind());
    }

    /// The union that the unit belongs to on a day, or nearest to it.
    public UnitId unionOn(LocalDate day) {
        return viewOn(day).unionId();
    }
}
