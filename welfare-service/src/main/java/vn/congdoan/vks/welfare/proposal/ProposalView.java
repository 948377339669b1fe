package vn.congdoan.vks.welfare.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A proposal as it is shown at either end: one case, from what was asked for to what was paid on.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Proposal",
        description = "What a union asks of its superior, what is granted, and the way of the money",
        examples = ProposalView.EXAMPLE)
record ProposalView(
        ProposalId id,

        @Schema(description = "The unit that proposes") UnitId unitId,

        @Schema(description = "The union above that is asked", nullable = true) @Nullable
        UnitId superiorUnitId,

        @Schema(description = "The body outside that is asked", nullable = true) @Nullable
        String superiorBody,

        @Schema(description = "Title", examples = "Đề nghị hỗ trợ đoàn viên có hoàn cảnh khó khăn năm 2022")
        String title,

        @Schema(description = "The day of the proposal", examples = "2022-11-10")
        LocalDate date,

        @Schema(description = "Why; shown inside the own union only", nullable = true) @Nullable
        String reason,

        @Schema(description = "What the superior is to know of it as a whole", nullable = true) @Nullable
        String noteToSuperior,

        ProposalStatus status,

        @Schema(description = "How often it was sent", examples = "1")
        int round,

        @Schema(description = "How many are on the list", examples = "20")
        int people,

        @Schema(description = "What is asked for, in đồng", examples = "20000000")
        long requested,

        @Schema(
                description = "What is granted, in đồng; absent as long as it is not decided",
                examples = "20000000",
                nullable = true)
        @Nullable
        Long granted,

        @Schema(
                description = "What the union above has paid of it, in đồng; absent where a body outside pays",
                examples = "20000000",
                nullable = true)
        @Nullable
        Long paid,

        @Schema(description = "What the proposing union has received, in đồng", examples = "20000000")
        long received,

        @Schema(description = "What it has paid on to the people, in đồng", examples = "19000000")
        long passedOn,

        @Schema(description = "The fund that it is received into; shown inside the own union only", nullable = true)
        @Nullable
        FundId fundId,

        @Schema(description = "What came; shown inside the own union only, and absent in lists", nullable = true)
        @Nullable
        List<Receipt> receipts,

        @Schema(description = "What was said to it, round by round")
        List<Answer> answers,

        @Schema(description = "The list; absent where many proposals are listed", nullable = true) @Nullable
        List<ProposalLineView> lines,

        @Schema(description = "When the list was begun") Instant recordedAt,

        @Schema(description = "When its own union changed it last")
        Instant changedAt,

        @Schema(description = "When it was sent first", nullable = true) @Nullable
        Instant sentAt) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000071",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "superiorUnitId": "019366a0-0000-7000-8000-000000000001",
              "title": "Đề nghị hỗ trợ đoàn viên có hoàn cảnh khó khăn năm 2022",
              "date": "2022-11-10",
              "status": "ANSWERED",
              "round": 1,
              "people": 1,
              "requested": 1000000,
              "granted": 1000000,
              "paid": 1000000,
              "received": 1000000,
              "passedOn": 0,
              "answers": [{
                "round": 1,
                "outcome": "DECIDED",
                "decision": {"number": "44/QĐ-CĐVKS", "date": "2022-12-01", "signer": "Chủ tịch Công đoàn"},
                "granted": 1000000,
                "paidOn": "2022-12-05",
                "answeredAt": "2022-12-01T03:00:00Z"
              }],
              "lines": [{
                "id": "019aa7b0-1c00-7000-8000-000000000072",
                "beneficiary": {"kind": "HOUSEHOLD", "name": "Hộ bà Nguyễn Thị Minh Họa"},
                "kind": "HARDSHIP",
                "requested": 1000000,
                "granted": 1000000,
                "earlier": []
              }],
              "recordedAt": "2022-11-10T02:10:00Z",
              "changedAt": "2022-12-06T02:10:00Z",
              "sentAt": "2022-11-11T02:10:00Z"
            }
            """;

    /// What was said to one round.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "ProposalAnswer", description = "What was said to one round of a proposal")
    record Answer(
            @Schema(description = "To which round", examples = "1")
            int round,

            AnswerOutcome outcome,

            @Schema(description = "Why it was sent back", nullable = true) @Nullable
            String text,

            @Schema(description = "The decision", nullable = true) @Nullable
            Decision decision,

            @Schema(description = "What is granted, in đồng", examples = "1000000", nullable = true) @Nullable
            Long granted,

            @Schema(description = "The fund that pays; shown inside the union that answers only", nullable = true)
            @Nullable
            FundId fundId,

            @Schema(
                    description = "The day on which the union that answers paid it",
                    examples = "2022-12-05",
                    nullable = true)
            @Nullable
            LocalDate paidOn,

            @Schema(description = "When it was said") Instant answeredAt) {}

    /// Money that came.
    @Schema(name = "ProposalReceipt", description = "Money that came for a proposal")
    record Receipt(
            @Schema(description = "The entry by which it was received")
            TransferId entryId,

            @Schema(description = "In đồng", examples = "1000000")
            long amount,

            @Schema(description = "The day", examples = "2022-12-06")
            LocalDate date) {}

    /// What the proposal itself says.
    record Head(
            ProposalId id,
            UnitId unitId,
            @Nullable UnitId superiorUnitId,
            @Nullable String superiorBody,
            String title,
            LocalDate date,
            @Nullable String reason,
            @Nullable String noteToSuperior,
            int round,
            @Nullable FundId fundId,
            long received,
            Instant recordedAt,
            Instant changedAt,
            @Nullable Instant sentAt) {}

    /// @param sums of the lines that are shown at this end
    /// @param lines null: not in this answer
    /// @param own whether it is shown to its own union
    static ProposalView of(
            ProposalCase found,
            ProposalLines.Sums sums,
            @Nullable List<ProposalLineView> lines,
            @Nullable List<Receipt> receipts,
            boolean own) {
        Head head = found.proposal().head(own);
        boolean outside = head.superiorUnitId() == null;
        boolean answered = found.status() == ProposalStatus.ANSWERED;
        return new ProposalView(
                head.id(),
                head.unitId(),
                head.superiorUnitId(),
                head.superiorBody(),
                head.title(),
                head.date(),
                head.reason(),
                head.noteToSuperior(),
                found.status(),
                head.round(),
                sums.people(),
                sums.requested(),
                answered ? found.decided().granted() : null,
                answered && !outside ? found.decided().paid() : null,
                head.received(),
                sums.passedOn(),
                head.fundId(),
                receipts,
                found.answers().stream().map(each -> each.view(!own)).toList(),
                lines,
                head.recordedAt(),
                head.changedAt(),
                head.sentAt());
    }
}
