package vn.congdoan.vks.campaign.campaign;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.platform.time.BusinessTime;

/// A campaign: a unit calls others to a common effort. It is born as a draft of the unit that will launch it; whom it
/// calls is its scope, which reaches across the boundary of a union only downwards. Once launched it is published
/// there, units join it, and they and their members commit themselves.
@Entity
@Table(name = "campaign")
class Campaign {

    /// How long before its first day a campaign may be launched: more is a slip in the year.
    private static final Period LONGEST_NOTICE = Period.ofYears(1);

    @EmbeddedId
    private CampaignId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private CampaignKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private CampaignStatus status;

    @Column(name = "name")
    private String name;

    @Column(name = "theme")
    private @Nullable String theme;

    @Column(name = "legal_basis")
    private @Nullable String legalBasis;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "scope_unit_ids")
    private List<UUID> scopeUnitIds;

    @ElementCollection
    @CollectionTable(name = "campaign_target", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderColumn(name = "place")
    private List<Target> targets = new ArrayList<>();

    @Column(name = "launched_on")
    private @Nullable LocalDate launchedOn;

    @Column(name = "searchable")
    private String searchable;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Campaign() {}

    /// @param ownerUnionId the union that the launching unit belongs to now; it owns the record for good
    /// @param createdAs what tells an equal creation from another one
    Campaign(CampaignId id, UnitId ownerUnionId, NewCampaign form, byte[] createdAs, Instant now) {
        LocalDate end = form.endsOn();
        if (end != null && end.isBefore(form.startsOn())) {
            throw new Unprocessable("/endsOn", "ends-before-start");
        }
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.kind = form.kind();
        this.status = CampaignStatus.DRAFT;
        this.name = VietnameseText.singleLine(form.name());
        this.theme = form.theme() == null ? null : VietnameseText.singleLine(form.theme());
        this.legalBasis = form.legalBasis();
        this.startsOn = form.startsOn();
        this.endsOn = end;
        this.scopeUnitIds = form.scope().stream().map(UnitId::value).toList();
        this.targets.addAll(Target.of(form.targets()));
        this.searchable = searchable(name, theme);
        this.createdAs = createdAs.clone();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// What a search for a part of name or theme looks at.
    static String searchable(String name, @Nullable String theme) {
        return VietnameseText.searchable(name + " " + (theme == null ? "" : theme));
    }

    /// The CHAIR announces it (phát động): often before its first day, never after its last one.
    ///
    /// @param day when that was or is
    void launch(LocalDate day) {
        requireStatus(status, CampaignStatus.DRAFT);
        if (endsOn != null && day.isAfter(endsOn)) {
            throw new Unprocessable("/launchedOn", "after-last-day");
        }
        if (day.isBefore(startsOn.minus(LONGEST_NOTICE))) {
            throw new Unprocessable("/launchedOn", "long-before-first-day");
        }
        status = CampaignStatus.LAUNCHED;
        launchedOn = day;
    }

    static void requireStatus(CampaignStatus status, CampaignStatus required) {
        if (status != required) {
            throw new Conflict("wrong-status", Map.of("status", status, "required", required));
        }
    }

    /// Whether those that it calls may know of it: from its launch on, also after its end.
    boolean isPublished() {
        return launchedOn != null;
    }

    /// What others may know after it was drafted.
    Change drafted(Audience audience) {
        return change("drafted", LocalDate.ofInstant(recordedAt, BusinessTime.ZONE), audience);
    }

    /// What others may know after its launch.
    Change launched(Audience audience) {
        if (launchedOn == null) {
            throw new IllegalStateException("A draft");
        }
        return change("launched", launchedOn, audience);
    }

    private Change change(String happened, LocalDate effectiveDate, Audience audience) {
        return Change.of(
                CampaignState.TYPE, id.value(), version, happened, effectiveDate, ownerUnionId, audience, state());
    }

    CampaignState state() {
        return new CampaignState(
                id,
                ownerUnionId,
                unitId,
                kind,
                status,
                name,
                theme,
                legalBasis,
                startsOn,
                endsOn,
                scope(),
                targets,
                launchedOn,
                recordedAt);
    }

    List<UnitId> scope() {
        return scopeUnitIds.stream().map(UnitId::new).toList();
    }

    KnownCampaign known() {
        return new KnownCampaign(id, unitId, status, launchedOn, endsOn, scope());
    }

    CampaignId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    CampaignView view() {
        return new CampaignView(
                id,
                unitId,
                ownerUnionId,
                kind,
                status,
                name,
                theme,
                legalBasis,
                startsOn,
                endsOn,
                scope(),
                List.copyOf(targets),
                launchedOn);
    }
}
