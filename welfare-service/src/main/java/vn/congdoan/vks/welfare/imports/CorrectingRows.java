package vn.congdoan.vks.welfare.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.contribution.ContributionsInBulk;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.layout.ImportField;
import vn.congdoan.vks.welfare.period.Periods;

/// Takes what somebody says who looked at the rows: who gave, by the rules of contributions, or that it is left
/// out.
@ApplicationScoped
class CorrectingRows {

    private static final Fault LEFT_OUT = new Fault(ImportField.AMOUNT, "left-out");
    private static final List<String> FIELDS = List.of("rows");

    /// Each is a request to another service.
    private static final int MOST_ASKED = 50;

    private final Imports imports;
    private final ImportRows rows;
    private final ImportViews views;
    private final ContributionsInBulk bulk;
    private final Funds funds;
    private final Periods periods;
    private final KnownMembers members;
    private final OnlyOnce once;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    CorrectingRows(
            Imports imports,
            ImportRows rows,
            ImportViews views,
            ContributionsInBulk bulk,
            Funds funds,
            Periods periods,
            KnownMembers members,
            OnlyOnce once,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.views = views;
        this.bulk = bulk;
        this.funds = funds;
        this.periods = periods;
        this.members = members;
        this.once = once;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    /// Corrects them, once for an `Idempotency-Key`.
    Response correct(ImportId id, @Nullable String ifMatch, Corrections form) {
        form.requireOneEach();
        views.see(id);
        learn(form);
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(form, () -> correctNow(id, ifMatch, form), same -> views.show(id)));
    }

    /// Who was just admitted must not wait for the event, and is asked for before the transaction.
    private void learn(Corrections form) {
        Set<MemberId> named = form.rows().stream()
                .map(Corrections.Correction::donor)
                .filter(Objects::nonNull)
                .map(Donor::memberId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<MemberId> known = members.known(named).keySet();
        named.stream().filter(each -> !known.contains(each)).limit(MOST_ASKED).forEach(members::find);
    }

    private Response correctNow(ImportId id, @Nullable String ifMatch, Corrections form) {
        turns.toChange(ImportTurns.OF_ONE, id);
        ContributionImport found = views.see(id);
        FundTerms fund = funds.terms(found.fundId()).orElseThrow();
        UnitPlace place = caller.actAt("", Permission.RECORD_MONEY, fund.unitId());
        ETags.requireMatch(ifMatch, found.version());
        found.work(clock.instant());
        Map<Integer, ImportRow> named =
                rows
                        .atLines(
                                id,
                                form.rows().stream()
                                        .map(Corrections.Correction::line)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(ImportRow::line, Function.identity()));
        requireCorrectable(found, fund, place, form, named);
        give(found, form, named);
        leaveOut(form, named);
        imports.flush();
        trail.changed("correct", "contribution-import", id.value(), found.unitId(), FIELDS);
        return views.shown(found);
    }

    /// Everything that stands against it, all at once: a file of a thousand rows is not corrected mistake by
    /// mistake.
    private void requireCorrectable(
            ContributionImport found,
            FundTerms fund,
            UnitPlace place,
            Corrections form,
            Map<Integer, ImportRow> named) {
        Optional<LocalDate> closed = periods.closedThrough(fund.unitId());
        List<Violation> broken = new ArrayList<>();
        Map<ContributionId, String> pointers = new HashMap<>();
        List<ContributionsInBulk.Gift> gifts = new ArrayList<>();
        for (int number = 0; number < form.rows().size(); number++) {
            Corrections.Correction each = form.rows().get(number);
            String at = "/rows/" + number;
            ImportRow row = named.get(each.line());
            Donor donor = each.donor();
            if (row == null) {
                broken.add(new Violation(at + "/line", "unknown-reference"));
            } else if (!row.status().isOpen()) {
                broken.add(new Violation(at + "/line", "booked-already"));
            } else if (donor != null && !row.isReadable()) {
                broken.add(new Violation(at + "/line", "row-not-readable"));
            } else if (donor != null && row.isNotAfter(closed)) {
                broken.add(new Violation(at + "/line", "closed-already"));
            } else if (donor != null) {
                pointers.put(row.id(), at);
                gifts.add(row.gift(found, donor));
            }
        }
        bulk.objections(fund, place, gifts)
                .forEach((gift, objection) -> broken.add(objection.under(pointers.getOrDefault(gift, ""))));
        if (!broken.isEmpty()) {
            throw new Unprocessable(broken);
        }
    }

    private void give(ContributionImport found, Corrections form, Map<Integer, ImportRow> named) {
        Map<ContributionId, Donor> donors = new LinkedHashMap<>();
        List<ImportRow> given = new ArrayList<>();
        for (Corrections.Correction each : form.rows()) {
            Donor donor = each.donor();
            ImportRow row = named.get(each.line());
            if (donor != null && row != null) {
                donors.put(row.id(), donor);
                given.add(row);
            }
        }
        if (!donors.isEmpty()) {
            Map<ContributionId, Fault> doubles = doubles(found, given);
            rows.give(donors);
            if (!doubles.isEmpty()) {
                rows.leave(RowStatus.DUPLICATE, doubles);
            }
        }
    }

    /// Those that are equal to another row, and of which nobody who saw that has said that they are another movement:
    /// they were left out, or could not be read.
    private Map<ContributionId, Fault> doubles(ContributionImport found, List<ImportRow> given) {
        Set<String> known = new HashSet<>(rows.bookedOrClear(found, given));
        Set<ContributionId> said = rows.said(given);
        Map<ContributionId, Fault> doubles = new LinkedHashMap<>();
        given.stream()
                .sorted(Comparator.comparingInt(ImportRow::line))
                .filter(each -> each.status() != RowStatus.DUPLICATE && !said.contains(each.id()))
                .filter(each -> !known.add(Objects.requireNonNull(each.toldAs())))
                .forEach(each -> doubles.put(each.id(), FindingDonors.DUPLICATE));
        return doubles;
    }

    private void leaveOut(Corrections form, Map<Integer, ImportRow> named) {
        Map<ContributionId, Fault> reasons = new LinkedHashMap<>();
        for (Corrections.Correction each : form.rows()) {
            ImportRow row = named.get(each.line());
            if (each.leavesOut() && row != null) {
                reasons.put(row.id(), LEFT_OUT);
            }
        }
        if (!reasons.isEmpty()) {
            rows.leave(RowStatus.SKIPPED, reasons);
        }
    }
}
