package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Who is supported: exactly what belongs to the kind. Shown inside the union only, and never published.
@Embeddable
@JsonInclude(Include.NON_NULL)
@Schema(
        description = "Who is supported; with exactly the fields that belong to the kind",
        examples = Beneficiary.EXAMPLE)
public record Beneficiary(
        @NotNull
        @Enumerated(EnumType.STRING)
        @Column(name = "beneficiary_kind")
        @Schema(description = "Who is supported", examples = "RELATIVE")
        BeneficiaryKind kind,

        @Embedded
        @AttributeOverride(name = "value", column = @Column(name = "member_id"))
        @Schema(
                description =
                        "The member; with RELATIVE whose relative it is; with RETIREE if the record has the person",
                nullable = true)
        @Nullable
        MemberId memberId,

        @Size(max = 200)
        @Column(name = "beneficiary_name")
        @Schema(
                description = "The name of the person or household; not with MEMBER, and with RETIREE only without"
                        + " memberId",
                examples = "Nguyễn Thị Minh Họa",
                nullable = true)
        @Nullable
        String name,

        @Size(max = 100)
        @Column(name = "relation")
        @Schema(
                description = "What the relative is to the member; with RELATIVE only",
                examples = "mẹ",
                nullable = true)
        @Nullable
        String relation) {

    static final String EXAMPLE = """
            {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"}
            """;

    /// Whoever decides or pays does not do so for oneself, nor for the own relative.
    public void requireOther(Caller caller) {
        if (memberId != null && caller.isMember(memberId)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    /// Whose bank details are used: the member has one account for whatever the member is paid; of everybody else they
    /// are given with the record.
    public UUID payee(UUID record) {
        return memberId == null || kind == BeneficiaryKind.RELATIVE ? record : memberId.value();
    }

    /// As it is kept: in single lines.
    public Beneficiary clean() {
        return new Beneficiary(
                kind,
                memberId,
                name == null ? null : VietnameseText.singleLine(name),
                relation == null ? null : VietnameseText.singleLine(relation));
    }

    public void requireFieldsOfItsKind() {
        requireFieldsOfItsKind("/beneficiary");
    }

    /// @param at where it stands in the request
    public void requireFieldsOfItsKind(String at) {
        List<Violation> violations = new ArrayList<>();
        boolean named = name != null && !name.isBlank();
        check(memberId != null, kind.needsMember(), kind.mayNameMember(), at + "/memberId", violations);
        boolean retireeOfRecord = kind == BeneficiaryKind.RETIREE && memberId != null;
        check(
                named,
                kind.mayHaveName() && !retireeOfRecord,
                kind.mayHaveName() && !retireeOfRecord,
                at + "/name",
                violations);
        boolean related = relation != null && !relation.isBlank();
        boolean relative = kind == BeneficiaryKind.RELATIVE;
        check(related, relative, relative, at + "/relation", violations);
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    /// Whether the member is the union's own, and with MEMBER one on the day.
    ///
    /// @param member what is known of the member
    public void requireKnown(Optional<KnownMember> member, UnitPlace place, LocalDate day) {
        if (memberId == null) {
            return;
        }
        if (!member.map(KnownMember::ownerUnionId).equals(Optional.of(place.unionId()))) {
            throw new Unprocessable("/beneficiary/memberId", "unknown-member");
        }
        // Retirees were members once; whoever is a member's relative stays so.
        if (kind == BeneficiaryKind.MEMBER && !member.orElseThrow().wasMemberOn(day)) {
            throw new Unprocessable("/beneficiary/memberId", "member-not-active");
        }
    }

    private static void check(
            boolean given, boolean needed, boolean allowed, String pointer, List<Violation> violations) {
        if (needed && !given) {
            violations.add(new Violation(pointer, "required"));
        } else if (given && !allowed) {
            violations.add(new Violation(pointer, "not-for-this-kind"));
        }
    }
}
