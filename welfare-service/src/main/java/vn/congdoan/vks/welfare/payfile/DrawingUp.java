package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.payee.BankText;
import vn.congdoan.vks.welfare.payee.PayeeAccount;
import vn.congdoan.vks.welfare.payee.PayeeAccounts;
import vn.congdoan.vks.welfare.payee.SealedAccounts;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.DuePayment;
import vn.congdoan.vks.welfare.payout.OpenPayments;
import vn.congdoan.vks.welfare.payout.PayableCause;

/// Draws a payment file up, by an ACCOUNTANT: everything that is due by some records, is in no other file, and has an
/// account to be paid to. From then on nobody pays it otherwise.
@ApplicationScoped
class DrawingUp {

    private static final int MOST_LINES = 20_000;

    private static final List<String> FIELDS = List.of("fundId", "from", "date", "content", "voucher", "pays");

    private final PaymentFiles files;
    private final PaymentFileLines lines;
    private final PaymentFileViews views;
    private final OpenPayments open;
    private final PayeeAccounts accounts;
    private final SealedAccounts seals;
    private final Instance<PayableCause> causes;
    private final Funds funds;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    DrawingUp(
            PaymentFiles files,
            PaymentFileLines lines,
            PaymentFileViews views,
            OpenPayments open,
            PayeeAccounts accounts,
            SealedAccounts seals,
            @Any Instance<PayableCause> causes,
            Funds funds,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.views = views;
        this.open = open;
        this.accounts = accounts;
        this.seals = seals;
        this.causes = causes;
        this.funds = funds;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// Something due by a kind of record.
    private record Due(CauseKind kind, DuePayment payment) {}

    Response drawUp(PaymentFileId id, NewPaymentFile form) {
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        UnitPlace place = caller.actAt("/fundId", Permission.PROPOSE_SUPPORT, fund.unitId());
        byte[] createdAs = hash.of(form);
        Optional<PaymentFile> made = turns.toCreate(
                "payment-file", id.value(), () -> files.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.already(made.get());
        }
        requireWritable(form);
        List<Due> due = due(form);
        Map<UUID, PayeeAccount> known = accounts.of(
                place.unionId(),
                due.stream().map(each -> each.payment().payee()).distinct().toList());
        List<Due> paid = due.stream()
                .filter(each -> known.containsKey(each.payment().payee()))
                .toList();
        if (paid.isEmpty()) {
            throw new Unprocessable("/pays", "payees-without-account");
        }
        if (paid.size() > MOST_LINES) {
            throw new Unprocessable("/pays", "too-many-payments");
        }
        PaymentFile file = new PaymentFile(id, fund, form, caller.principal().account(), createdAs, clock.instant());
        file.draw(
                paid.size(),
                paid.stream().mapToLong(each -> each.payment().amount()).sum(),
                due.size() - paid.size());
        files.persistAndFlush(file);
        add(file, paid, known);
        trail.changed("draw-up", "payment-file", id.value(), file.unitId(), FIELDS);
        return views.created(file);
    }

    private static void requireWritable(NewPaymentFile form) {
        if (BankText.of(form.content()).isEmpty()) {
            throw new Unprocessable("/content", "nothing-that-banks-write");
        }
        if (BankText.of(form.from().holder()).isEmpty()) {
            throw new Unprocessable("/from/holder", "nothing-that-banks-write");
        }
    }

    private void add(PaymentFile file, List<Due> paid, Map<UUID, PayeeAccount> known) {
        UUID[] ids = Stream.generate(Ids::next).limit(paid.size()).toArray(UUID[]::new);
        byte[][] sealed = new byte[ids.length][];
        for (int each = 0; each < ids.length; each++) {
            sealed[each] = seals.sealed(
                    ids[each],
                    Objects.requireNonNull(known.get(paid.get(each).payment().payee())));
        }
        lines.add(
                file,
                paid.stream().map(Due::payment).toList(),
                paid.stream().map(Due::kind).toList(),
                ids,
                sealed);
    }

    /// What is due by each of the records, or 422 with all that stands against them.
    private List<Due> due(NewPaymentFile form) {
        Map<NewPaymentFile.Paid, List<DuePayment>> found = found(form);
        Set<UUID> elsewhere = open.among(found.values().stream()
                .flatMap(List::stream)
                .map(each -> each.promise().value())
                .toList());
        List<Violation> violations = new ArrayList<>();
        List<Due> due = new ArrayList<>();
        for (int row = 0; row < form.pays().size(); row++) {
            NewPaymentFile.Paid each = form.pays().get(row);
            List<DuePayment> payments = found.getOrDefault(each, List.of());
            List<DuePayment> free = payments.stream()
                    .filter(payment -> !elsewhere.contains(payment.promise().value()))
                    .toList();
            if (payments.isEmpty()) {
                violations.add(new Violation("/pays/" + row, "nothing-due"));
            } else if (payments.stream().anyMatch(payment -> !payment.fund().equals(form.fundId()))) {
                violations.add(new Violation("/pays/" + row, "due-by-another-fund"));
            } else if (free.isEmpty()) {
                violations.add(new Violation("/pays/" + row, "in-a-payment-file"));
            }
            free.forEach(payment -> due.add(new Due(each.kind(), payment)));
        }
        if (!violations.isEmpty()) {
            throw new Unprocessable(violations);
        }
        return due;
    }

    /// What is due by records within the caller's scope.
    private Map<NewPaymentFile.Paid, List<DuePayment>> found(NewPaymentFile form) {
        Map<CauseKind, List<UUID>> asked = form.pays().stream()
                .collect(Collectors.groupingBy(
                        NewPaymentFile.Paid::kind, Collectors.mapping(NewPaymentFile.Paid::id, Collectors.toList())));
        Map<NewPaymentFile.Paid, List<DuePayment>> found = new HashMap<>();
        Map<UnitId, Boolean> reached = new HashMap<>();
        for (CauseKind kind : CauseKind.values()) {
            List<UUID> ids = asked.getOrDefault(kind, List.of());
            if (!ids.isEmpty()) {
                CausesByKind.of(kind, causes).due(ids, form.date()).stream()
                        .filter(each -> reached.computeIfAbsent(
                                each.unit(), unit -> caller.reach(Permission.PROPOSE_SUPPORT, unit) == Reach.SCOPE))
                        .forEach(each -> found.computeIfAbsent(
                                        new NewPaymentFile.Paid(kind, each.cause()), paid -> new ArrayList<>())
                                .add(each));
            }
        }
        return found;
    }
}
