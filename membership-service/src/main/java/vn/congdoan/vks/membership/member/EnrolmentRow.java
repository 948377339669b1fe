package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Violation;

/// One row of a bulk enrolment on its way from the request to its outcome.
final class EnrolmentRow {

    /// What came of a row.
    @Schema(name = "RowOutcome", description = "What came of a row; UNCHANGED: equal data was taken before")
    enum Outcome {
        CREATED,
        UNCHANGED,
        REJECTED
    }

    private final int index;
    private final @Nullable MemberId id;
    private final @Nullable MemberForm form;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();
    private byte[] createdAs = new byte[0];
    private boolean present;
    private @Nullable UnitId union;

    private EnrolmentRow(int index, @Nullable MemberId id, @Nullable MemberForm form) {
        this.index = index;
        this.id = id;
        this.form = form;
    }

    static EnrolmentRow of(int index, MemberForm form) {
        return new EnrolmentRow(index, form.id(), form);
    }

    static EnrolmentRow unreadable(int index, @Nullable MemberId id, List<Violation> violations) {
        EnrolmentRow row = new EnrolmentRow(index, id, null);
        row.violations.addAll(violations);
        return row;
    }

    void reject(String pointer, String code) {
        violations.add(new Violation(pointer, code));
    }

    void reject(List<Violation> found) {
        violations.addAll(found);
    }

    void warn(List<Violation> found) {
        warnings.addAll(found);
    }

    void createdAs(byte[] hash) {
        createdAs = hash;
    }

    /// It was enrolled before from equal data.
    void isPresent() {
        present = true;
    }

    void union(UnitId unionOfUnit) {
        union = unionOfUnit;
    }

    boolean isSound() {
        return violations.isEmpty();
    }

    boolean isToCreate() {
        return isSound() && !present;
    }

    int index() {
        return index;
    }

    @Nullable
    MemberId id() {
        return id;
    }

    MemberId requireId() {
        return Objects.requireNonNull(id);
    }

    MemberForm form() {
        return Objects.requireNonNull(form);
    }

    byte[] createdAs() {
        return createdAs;
    }

    UnitId union() {
        return Objects.requireNonNull(union);
    }

    LocalDate placedSince() {
        LocalDate placed = form().placedSince();
        return placed == null ? Objects.requireNonNull(form().joinedOn()) : placed;
    }

    List<Violation> violations() {
        return violations;
    }

    /// What may be a mistake in a row that was taken.
    List<Violation> warnings() {
        return isSound() ? warnings : List.of();
    }

    Outcome outcome() {
        if (!isSound()) {
            return Outcome.REJECTED;
        }
        return present ? Outcome.UNCHANGED : Outcome.CREATED;
    }
}
