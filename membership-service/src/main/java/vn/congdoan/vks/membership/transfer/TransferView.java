package vn.congdoan.vks.membership.transfer;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.Gender;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.decision.Decision;

/// A transfer as both ends see it.
@Schema(name = "Transfer", description = "A member goes from one unit to another", examples = TransferView.EXAMPLE)
public record TransferView(
        TransferId id,
        TransferredMember member,

        @Schema(description = "Where the member was when it was asked for")
        UnitRef fromUnit,

        @Schema(description = "Its union") UnitRef fromUnion,

        @Schema(description = "The unit that was asked to take the member")
        UnitRef targetUnit,

        @Schema(description = "Its union") UnitRef targetUnion,
        TransferStatus status,
        Introduction introduction,

        @Schema(description = "From when on the sender wishes it", examples = "2025-03-01", nullable = true) @Nullable
        LocalDate wishedDate,

        @Schema(
                description = "First day in the other unit; null unless accepted",
                examples = "2025-03-01",
                nullable = true)
        @Nullable
        LocalDate effectiveDate,

        @Schema(description = "Where the receiver took the member; null unless accepted", nullable = true) @Nullable
        UnitRef unit,

        @Schema(description = "The receiver's decision, where there is one", nullable = true) @Nullable
        Decision decision,

        @Schema(description = "Why the receiver refused", nullable = true) @Nullable
        String reason,

        @Schema(
                description =
                        "Code of the problem for which it could not be carried out after the receiver had accepted"
                                + " it; null otherwise",
                examples = "unit-ended",
                nullable = true)
        @Nullable
        String obstacle,

        @Schema(
                description = "What the receiver said, where its node is not the sender's; null before, and where one"
                        + " node keeps both",
                nullable = true)
        @Nullable
        Answer answer,

        @Schema(description = "When it was asked for", examples = "2025-02-11T02:00:00Z")
        Instant recordedAt,

        @Schema(
                description = "When it was accepted, refused or withdrawn",
                examples = "2025-03-01T02:00:00Z",
                nullable = true)
        @Nullable
        Instant closedAt) {

    /// The member of a transfer: before it is accepted the receiver knows no more.
    @Schema(name = "TransferredMember", description = "The member of a transfer, as far as both ends are told")
    public record TransferredMember(
            MemberId id,

            @Schema(description = "Full name", examples = "Nguyễn Thị Minh Anh")
            String fullName,

            @Schema(description = "Year of birth", examples = "1985")
            int birthYear,

            Gender gender) {}

    /// What the receiver said at its own node. The sender's carries it out as soon as it has arrived there.
    @Schema(name = "TransferAnswer", description = "What the receiver of a transfer said at its own node")
    public record Answer(
            AnswerDecision decision,

            @Schema(description = "Where it takes the member; null where it refuses", nullable = true) @Nullable
            UnitRef unit,

            @Schema(description = "First day there; null where it refuses", examples = "2025-03-01", nullable = true)
            @Nullable
            LocalDate effectiveDate,

            @Schema(description = "When it was said", examples = "2025-03-01T02:00:00Z")
            Instant recordedAt,

            @Schema(
                    description = "When the member had arrived with everything; null before",
                    examples = "2025-03-01T02:10:00Z",
                    nullable = true)
            @Nullable
            Instant takenAt) {}

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000801",
              "member": {
                "id": "019366a0-0000-7000-8000-000000000101",
                "fullName": "Nguyễn Thị Minh Anh",
                "birthYear": 1985,
                "gender": "FEMALE"
              },
              "fromUnit": {"id": "019366a0-0000-7000-8000-000000000052", "code": "QNG-01", "name": "Công đoàn bộ phận Văn phòng", "kind": "SECTION"},
              "fromUnion": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "targetUnit": {"id": "019366a0-0000-7000-8000-000000000062", "code": "DNG", "name": "Công đoàn VKSND thành phố Đà Nẵng", "kind": "PROVINCIAL_UNION"},
              "targetUnion": {"id": "019366a0-0000-7000-8000-000000000062", "code": "DNG", "name": "Công đoàn VKSND thành phố Đà Nẵng", "kind": "PROVINCIAL_UNION"},
              "status": "PENDING",
              "introduction": {"number": "12/GGT-CĐVKS", "date": "2025-02-10", "signer": "Chủ tịch Công đoàn"},
              "wishedDate": "2025-03-01",
              "effectiveDate": null,
              "unit": null,
              "decision": null,
              "reason": null,
              "obstacle": null,
              "answer": null,
              "recordedAt": "2025-02-11T02:00:00Z",
              "closedAt": null
            }
            """;
}
