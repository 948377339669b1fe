package vn.congdoan.vks.welfare.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.contribution.ContributionsInBulk;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.imports.KnownStatements.Telling;
import vn.congdoan.vks.welfare.layout.ImportField;
import vn.congdoan.vks.welfare.ledger.DonorKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.period.Periods;

/// Finds out of each row that was read who gave, whether it is known already, and what stands against it.
@ApplicationScoped
class FindingDonors {

    static final Fault DUPLICATE = new Fault(ImportField.REFERENCE, "imported-already");
    static final Fault CLOSED = new Fault(ImportField.DATE, "closed-already");

    private final ImportRows rows;
    private final ContributionsInBulk bulk;
    private final KnownMembers members;
    private final Directory directory;
    private final Periods periods;
    private final KnownStatements statements;

    FindingDonors(
            ImportRows rows,
            ContributionsInBulk bulk,
            KnownMembers members,
            Directory directory,
            Periods periods,
            KnownStatements statements) {
        this.rows = rows;
        this.bulk = bulk;
        this.members = members;
        this.directory = directory;
        this.periods = periods;
        this.statements = statements;
    }

    List<ImportRow> find(ContributionImport of, FundTerms fund, UnitPlace place, List<ReadRow> read, LocalDate today) {
        MatchedMembers known =
                new MatchedMembers(members.at(directory.subtree(place.unionId())), directory.subtree(fund.unitId()));
        Optional<LocalDate> closed = periods.closedThrough(fund.unitId());
        Telling telling = statements.of(of.ownerUnionId());
        List<ImportRow> found = new ArrayList<>();
        for (ReadRow row : read) {
            found.add(found(row, known, against(row, fund, closed, today)).toldAs(telling.of(row)));
        }
        return withoutDuplicates(of, withoutObjections(of, fund, place, found));
    }

    /// Who is not on the list of the plan, or gave on another day than the drive's.
    private List<ImportRow> withoutObjections(
            ContributionImport of, FundTerms fund, UnitPlace place, List<ImportRow> found) {
        if (of.planId() == null && of.driveId() == null) {
            return found;
        }
        Map<ContributionId, Fault> against = objections(
                of,
                fund,
                place,
                found.stream()
                        .filter(each -> each.status() == RowStatus.MATCHED)
                        .toList());
        return found.stream()
                .map(row -> against.containsKey(row.id())
                        ? row.with(RowStatus.INVALID, null, List.of(), List.of(against.get(row.id())))
                        : row)
                .toList();
    }

    /// What stands against its day, whoever gave; null: nothing.
    private static @Nullable Fault against(ReadRow row, FundTerms fund, Optional<LocalDate> closed, LocalDate today) {
        LocalDate date = row.date();
        if (date == null) {
            return null;
        }
        try {
            fund.requireOpenOn(date, today);
        } catch (Unprocessable refused) {
            return fault(refused.violations().getFirst());
        }
        return closed.isPresent() && !date.isAfter(closed.get()) ? CLOSED : null;
    }

    /// A rule of contributions, as one of the row's fields.
    static Fault fault(Violation broken) {
        return new Fault(broken.pointer().equals("/date") ? ImportField.DATE : ImportField.NAME, broken.code());
    }

    private static ImportRow found(ReadRow row, MatchedMembers known, @Nullable Fault against) {
        if (!row.isIncoming()) {
            return row(row, RowStatus.SKIPPED, null, List.of(), List.of(new Fault(ImportField.AMOUNT, "not-incoming")));
        }
        List<Fault> faults = new ArrayList<>(row.faults());
        if (against != null) {
            faults.add(against);
        }
        if (!faults.isEmpty()) {
            return row(row, RowStatus.INVALID, null, List.of(), faults);
        }
        MatchedMembers.Match match = known.match(row, Objects.requireNonNull(row.date()));
        List<MemberId> ids = match.members().stream().map(KnownMember::id).toList();
        if (match.fault() != null) {
            return row(row, RowStatus.UNMATCHED, null, ids, List.of(match.fault()));
        }
        if (match.certain()) {
            Donor donor = new Donor(DonorKind.MEMBER, ids.getFirst(), null, null);
            return row(row, RowStatus.MATCHED, donor, List.of(), List.of());
        }
        return row(row, ids.isEmpty() ? RowStatus.UNMATCHED : RowStatus.AMBIGUOUS, null, ids, List.of());
    }

    private static ImportRow row(
            ReadRow read, RowStatus status, @Nullable Donor donor, List<MemberId> candidates, List<Fault> faults) {
        return new ImportRow(
                new ContributionId(Ids.next()),
                new TransferId(Ids.next()),
                read.line(),
                status,
                read.date(),
                read.amount(),
                read.dateText(),
                read.amountText(),
                read.reference(),
                read.description(),
                read.name(),
                read.note(),
                donor,
                candidates,
                faults,
                null);
    }

    private List<ImportRow> withoutDuplicates(ContributionImport of, List<ImportRow> found) {
        Set<String> booked = rows.booked(of, found);
        Set<String> above = new HashSet<>();
        List<ImportRow> told = new ArrayList<>();
        for (ImportRow row : found) {
            String movement = row.toldAs();
            boolean isKnown = movement != null && (booked.contains(movement) || !above.add(movement));
            boolean mayBeBooked = row.status() != RowStatus.INVALID && row.status() != RowStatus.SKIPPED;
            told.add(isKnown && mayBeBooked ? duplicate(row) : row);
        }
        return told;
    }

    private static ImportRow duplicate(ImportRow row) {
        return row.with(RowStatus.DUPLICATE, row.donor(), row.candidates(), List.of(DUPLICATE));
    }

    /// What stands against rows that are to be booked, as the rules are now.
    Map<ContributionId, Fault> objections(
            ContributionImport of, FundTerms fund, UnitPlace place, List<ImportRow> clear) {
        return bulk
                .objections(
                        fund, place, clear.stream().map(each -> each.gift(of)).toList())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> fault(each.getValue())));
    }
}
