package vn.congdoan.vks.membership.externalbody;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// A body outside the organization that commands, funds, decides or awards. The central union keeps it for everybody.
/// It exists from its first day until its end is recorded, which may be taken back; a body that goes on as another one
/// ends, and the other is recorded anew.
@Entity
@Table(name = "external_body")
public class ExternalBody {

    @EmbeddedId
    private ExternalBodyId id;

    @Version
    @Column(name = "version")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ExternalBodyKind kind;

    @Column(name = "name")
    private String name;

    @Column(name = "searchable")
    private String searchable;

    @Column(name = "province_code")
    private @Nullable String provinceCode;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    ExternalBody() {}

    ExternalBody(ExternalBodyId id, NewExternalBody form, byte[] createdAs, Instant now) {
        requireInOrder(form.validFrom(), form.validTo());
        this.id = id;
        this.kind = form.kind();
        this.name = VietnameseText.singleLine(form.name());
        this.searchable = searchable(form.name());
        this.provinceCode = form.provinceCode();
        this.validFrom = form.validFrom();
        this.validTo = form.validTo();
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
    }

    /// Corrects the name, and says when the body ends or that it lasts.
    ///
    /// @return the names of the fields that are different now
    List<String> revise(String newName, @Nullable LocalDate newEnd) {
        requireInOrder(validFrom, newEnd);
        List<String> changed = new ArrayList<>();
        String written = VietnameseText.singleLine(newName);
        if (!written.equals(name)) {
            name = written;
            searchable = searchable(written);
            changed.add("name");
        }
        if (!Objects.equals(newEnd, validTo)) {
            validTo = newEnd;
            changed.add("validTo");
        }
        return changed;
    }

    /// What people find it by.
    static String searchable(String name) {
        return VietnameseText.searchable(name);
    }

    private static void requireInOrder(LocalDate start, @Nullable LocalDate end) {
        if (end != null && !end.isAfter(start)) {
            throw new Unprocessable("/validTo", "empty-period");
        }
    }

    /// What everybody may know after something happened to it.
    Change change(String happened, LocalDate effectiveDate, UnitId keeper) {
        return Change.of(
                ExternalBodyState.TYPE,
                id.value(),
                version,
                happened,
                effectiveDate,
                keeper,
                Audience.everybody(),
                published());
    }

    /// What everybody may know of it.
    ExternalBodyState published() {
        return new ExternalBodyState(id, kind, name, provinceCode, validFrom, validTo, recordedAt);
    }

    ExternalBodyId id() {
        return id;
    }

    long version() {
        return version;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// Whether the body exists on a day.
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /// The body as it is named beside something else.
    public ExternalBodyRef ref() {
        return new ExternalBodyRef(id, kind, name);
    }

    NewExternalBody form() {
        return new NewExternalBody(kind, name, provinceCode, validFrom, validTo);
    }

    ExternalBodyView view() {
        return new ExternalBodyView(id, kind, name, provinceCode, validFrom, validTo);
    }
}
