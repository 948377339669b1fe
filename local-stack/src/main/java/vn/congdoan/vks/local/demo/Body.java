package vn.congdoan.vks.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a request of the demo carries, in the API's vocabulary.
sealed interface Body {

    record NewUnit(String kind, UUID parentId, String code, String name, LocalDate validFrom) implements Body {}

    record NewExternalBody(
            String kind, String name, @Nullable String provinceCode, LocalDate validFrom) implements Body {}

    record NewLocalSuperior(UUID id, UUID externalBodyId, LocalDate validFrom) implements Body {}

    record NewAssignment(String subject, String role, UUID unitId, LocalDate validFrom) implements Body {}

    record Enrolments(List<MemberForm> items) implements Body {}

    record Account(String subject) implements Body {}

    record NewCommittee(UUID unitId, String kind, String term, LocalDate validFrom, LocalDate validTo, List<Seat> seats)
            implements Body {

        record Seat(UUID memberId, String position) {}
    }

    record Recognition(Decision decision, UUID externalBodyId) implements Body {}

    /// @param printed the characters of the report, where they are known and not those of the value
    record NewReportedFigure(
            UUID unitId,
            String period,
            String indicator,
            @Nullable String detail,
            BigDecimal value,
            String qualifier,
            @Nullable String printed,
            Source source)
            implements Body {

        record Source(String title) {}
    }

    record NewFund(
            UUID unitId,
            String kind,
            String name,
            @Nullable String legalBasis,
            boolean passThrough,
            List<String> purposes,
            LocalDate opensOn,
            @Nullable LocalDate closesOn,
            boolean takesOutsideDonors)
            implements Body {}

    /// @param amount in đồng
    record NewContribution(
            UUID fundId,
            long amount,
            Donor donor,
            String method,
            LocalDate date,
            @Nullable UUID driveId) implements Body {

        record Donor(
                String kind,
                @Nullable UUID memberId,
                @Nullable UUID unitId,
                @Nullable String name) {}
    }

    /// @param goal in đồng
    record NewDrive(UUID unitId, UUID fundId, String name, long goal, LocalDate opensOn, LocalDate closesOn)
            implements Body {}

    /// @param amount in đồng
    record NewEntry(
            String kind,
            long amount,
            LocalDate date,
            String text,
            @Nullable String method,
            @Nullable String purpose) implements Body {}

    /// All amounts in đồng.
    record NewSupportLimit(
            UUID unitId,
            String kind,
            LocalDate validFrom,
            long chairUpTo,
            long perCase,
            @Nullable Long perPersonAndYear,
            String legalBasis,
            Decision decision)
            implements Body {}

    /// @param amount for each, in đồng
    record NewProgramme(UUID unitId, String name, String kind, UUID fundId, List<String> groups, long amount)
            implements Body {}

    record Approval(Decision decision) implements Body {}

    record Payment(LocalDate date, String method, String voucher) implements Body {}

    record NewProposal(UUID unitId, String title, String superiorBody, LocalDate date, List<ProposedLine> lines)
            implements Body {}

    /// @param amount in đồng
    record ProposedLine(Beneficiary beneficiary, String kind, long amount) {}

    /// Grants every line of a proposal the same.
    ///
    /// @param amount in đồng
    record GrantingAll(Decision decision, long amount) implements OfLines {

        @Override
        public Body forLines(List<UUID> lines) {
            return new Granting(
                    decision,
                    lines.stream().map(each -> new GrantedLine(each, amount)).toList());
        }
    }

    record Granting(Decision decision, List<GrantedLine> lines) implements Body {}

    /// @param amount in đồng
    record GrantedLine(UUID lineId, long amount) {}

    /// Money that came.
    ///
    /// @param amount in đồng
    record Receipt(UUID fundId, long amount, LocalDate date, String method, String voucher) implements Body {}

    /// Pays every line of a proposal on.
    record PayingAllOn(LocalDate date, String method, String voucher) implements OfLines {

        @Override
        public Body forLines(List<UUID> lines) {
            return new PayingOn(lines, date, method, voucher);
        }
    }

    record PayingOn(List<UUID> lineIds, LocalDate date, String method, String voucher) implements Body {}

    /// @param amount on each due day, in đồng
    /// @param date of the request
    record NewCare(
            UUID unitId,
            String name,
            String kind,
            Beneficiary beneficiary,
            UUID fundId,
            long amount,
            int everyMonths,
            LocalDate firstDueOn,
            LocalDate lastDueOn,
            LocalDate date)
            implements Body {}

    record CarePayment(LocalDate dueOn, LocalDate date, String method, String voucher) implements Body {}

    record Beneficiary(
            String kind, @Nullable UUID memberId, @Nullable String name) {

        static Beneficiary member(UUID id) {
            return new Beneficiary("MEMBER", id, null);
        }
    }

    /// What can only be said once the system has given the lines of a list their ids.
    sealed interface OfLines extends Body {
        Body forLines(List<UUID> lines);
    }

    record NewCampaign(
            UUID unitId,
            String kind,
            String name,
            @Nullable String theme,
            @Nullable String legalBasis,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<UUID> scopeUnitIds,
            List<Target> targets)
            implements Body {}

    /// What a campaign, or a unit that takes part in it, wants to reach.
    record Target(String name, String unitOfMeasure, BigDecimal value, String direction) {}

    record Launch(LocalDate launchedOn) implements Body {}

    record NewParticipation(UUID unitId, LocalDate joinedOn, List<Target> targets) implements Body {}

    record NewCommitment(
            UUID campaignId,
            @Nullable UUID memberId,
            @Nullable UUID unitId,
            String text,
            @Nullable LocalDate deadline,
            LocalDate registeredOn)
            implements Body {}

    record NewReorganization(
            String kind,
            LocalDate effectiveDate,
            Decision decision,
            List<UUID> predecessors,
            List<Successor> successors)
            implements Body {}

    /// One of both.
    record Successor(@Nullable UUID unitId, @Nullable FoundedUnit founded) {}

    record FoundedUnit(UUID id, String kind, UUID parentId, String code, String name) {}

    /// Of a reorganization; there is nothing more to say about it.
    record Application() implements Body {}

    /// A step that needs no words.
    record Nothing() implements Body {}
    /// Of a reorganization that is applied: everything that it ended is closed.
    record Finish() implements Body {}

    record NewFundMove(UUID fromFundId, UUID toFundId, LocalDate date, Decision decision) implements Body {}

    record NewClosingStatement(List<UUID> unitIds) implements Body {}

    record NewDocumentHandover(
            List<UUID> unitIds,
            UUID toUnitId,
            LocalDate date,
            List<Document> documents,
            String handedOverBy,
            String receivedBy)
            implements Body {

        record Document(String title, int quantity) {}
    }

    record Decision(String number, LocalDate date, String signer) {}
}
