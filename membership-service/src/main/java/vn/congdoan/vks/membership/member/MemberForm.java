package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.text.VietnameseText;

/// What is written down about a member: in an application, in the enrolment of an existing member, and as a whole
/// after a change was merged into it.
@JsonInclude(Include.NON_NULL)
@Schema(description = "What is written down about a member", examples = MemberForm.EXAMPLE)
public record MemberForm(
        @Schema(description = "The client's id; required in enrolments, optional in an application") @Nullable
        MemberId id,

        @NotNull @Schema(description = "The unit that the member belongs to or applies to")
        UnitId unitId,

        @NotBlank @Size(max = 120) @Schema(description = "Full name, in one piece", examples = "Nguyễn Thị Minh Anh")
        String fullName,

        @NotNull @Valid Birth birth,
        @NotNull @Schema(description = "Gender") Gender gender,
        @Nullable EmploymentCategory category,

        @Size(max = 200) @Schema(description = "Position in the office", examples = "Phó Trưởng phòng") @Nullable
        String position,

        @Nullable JudicialTitle judicialTitle,
        @Nullable Education education,
        @Nullable PoliticalTheory politicalTheory,

        @Size(max = 300) @Schema(description = "Native place", examples = "Mộ Đức, Quảng Ngãi") @Nullable
        String nativePlace,

        @Schema(description = "When the member joined the union; required in enrolments", examples = "2010-07-28")
        @Nullable
        LocalDate joinedOn,

        @Schema(description = "Enrolments: in this unit since; the day of joining unless told", examples = "2015-01-01")
        @Nullable
        LocalDate placedSince,

        @Size(max = 30)
        @Schema(description = "Member number, unique among the union's applicants and members")
        @Nullable
        String memberNumber,

        @Size(max = 30)
        @Schema(description = "Number of the member's card, unique among the union's applicants and members")
        @Nullable
        String cardNumber,

        @Pattern(regexp = "[0-9]{12}")
        @Schema(description = "Citizen id (CCCD), 12 digits (sensitive)", examples = "051185001234")
        @Nullable
        String citizenId,

        @Size(max = 300) @Schema(description = "Address (sensitive)") @Nullable
        String address,

        @Pattern(regexp = "(0|\\+84)[0-9]{9}")
        @Schema(description = "Phone: 0 or +84 and 9 digits (sensitive)", examples = "0905123456")
        @Nullable
        String phone,

        @Email @Size(max = 200) @Schema(description = "E-mail address (sensitive)") @Nullable
        String email,

        @Size(max = 100) @Schema(description = "Religion (sensitive)") @Nullable
        String religion,

        @Size(max = 100) @Schema(description = "Ethnicity (sensitive)", examples = "Kinh") @Nullable
        String ethnicity,

        @Valid @Nullable Party party,

        @Size(max = 200)
        @Schema(description = "Enrolments: where the record comes from", examples = "Sổ đoàn viên 2022")
        @Nullable
        String source,

        @Valid @Schema(description = "Enrolments: the decision on admission, where it is known") @Nullable
        Decision decision) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fullName": "Nguyễn Thị Minh Anh",
              "birth": {"year": 1985, "date": "1985-03-08"},
              "gender": "FEMALE",
              "category": "CIVIL_SERVANT",
              "position": "Phó Trưởng phòng",
              "judicialTitle": "PROCURATOR_PRIMARY",
              "education": "BACHELOR",
              "nativePlace": "Mộ Đức, Quảng Ngãi",
              "phone": "0905123456",
              "ethnicity": "Kinh"
            }
            """;

    /// What an officer may change by a patch; a unit changes by a transfer.
    static final Set<String> PATCHABLE = Set.of(
            "fullName",
            "birth",
            "gender",
            "category",
            "position",
            "judicialTitle",
            "education",
            "politicalTheory",
            "nativePlace",
            "joinedOn",
            "memberNumber",
            "cardNumber",
            "citizenId",
            "address",
            "phone",
            "email",
            "religion",
            "ethnicity",
            "party");

    /// What a member may ask to have changed: everything about the person, nothing that the union gives or decides.
    static final Set<String> REQUESTABLE = PATCHABLE.stream()
            .filter(field -> !Set.of("joinedOn", "memberNumber", "cardNumber").contains(field))
            .collect(Collectors.toUnmodifiableSet());

    /// The rules between fields that hold in every use.
    List<Violation> contradictions(LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!birth.agrees()) {
            found.add(new Violation("/birth/date", "not-in-birth-year"));
        }
        if (!birth.isOldEnoughOn(today)) {
            found.add(new Violation("/birth/year", "too-young"));
        }
        if (party != null && !party.inOrder()) {
            found.add(new Violation("/party/officialOn", "empty-period"));
        }
        if (party != null) {
            party.after(today).forEach(each -> found.add(each.under("/party")));
        }
        if (decision != null && decision.date().isAfter(today)) {
            found.add(new Violation("/decision/date", "in-the-future"));
        }
        if (joinedOn != null && joinedOn.isAfter(today)) {
            found.add(new Violation("/joinedOn", "in-the-future"));
        }
        if (joinedOn != null && !birth.isOldEnoughOn(joinedOn)) {
            found.add(new Violation("/joinedOn", "too-young"));
        }
        return found;
    }

    /// What does not look right, but may be so.
    ///
    /// @param provinces the codes that stand or stood for a province
    List<Violation> warnings(Set<String> provinces) {
        return citizenId == null
                ? List.of()
                : new CitizenIdNumber(citizenId).disagreements(birth.year(), gender, provinces);
    }

    /// What an application must not hold, because only a decision or an enrolment says it.
    List<Violation> notInApplication() {
        List<Violation> found = new ArrayList<>();
        refuse(found, "/joinedOn", joinedOn);
        refuse(found, "/placedSince", placedSince);
        refuse(found, "/source", source);
        refuse(found, "/decision", decision);
        return found;
    }

    /// What the enrolment of an existing member must hold besides.
    List<Violation> missingInEnrolment(LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (id == null) {
            found.add(new Violation("/id", "required"));
        }
        LocalDate joined = joinedOn;
        if (joined == null) {
            found.add(new Violation("/joinedOn", "required"));
        }
        LocalDate placed = placedSince;
        if (placed != null && (placed.isAfter(today) || (joined != null && placed.isBefore(joined)))) {
            found.add(new Violation("/placedSince", placed.isAfter(today) ? "in-the-future" : "before-joining"));
        }
        return found;
    }

    private static void refuse(List<Violation> found, String pointer, @Nullable Object value) {
        if (value != null) {
            found.add(new Violation(pointer, "not-in-application"));
        }
    }

    /// The part that is shown and counted.
    Profile profile() {
        String name = VietnameseText.singleLine(fullName);
        NameInOrder inOrder = NameInOrder.of(name);
        return new Profile(
                name,
                inOrder.given(),
                inOrder.rest(),
                inOrder.searchable(),
                birth.year(),
                birth.date(),
                gender,
                ethnicity == null ? null : VietnameseText.searchable(ethnicity).equals("kinh"),
                party == null ? null : party.probationaryOn(),
                party == null ? null : party.officialOn(),
                education,
                politicalTheory,
                category,
                position,
                judicialTitle,
                nativePlace,
                joinedOn,
                memberNumber,
                cardNumber);
    }

    /// The part that is sealed.
    Sensitive sensitive() {
        String national = phone != null && phone.startsWith("+84") ? "0" + phone.substring(3) : phone;
        return new Sensitive(citizenId, address, national, email, religion, ethnicity);
    }
}
