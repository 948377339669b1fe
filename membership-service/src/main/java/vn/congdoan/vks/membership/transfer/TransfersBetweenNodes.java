package vn.congdoan.vks.membership.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberLetters;
import vn.congdoan.vks.membership.member.TransferringMembers;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Actors;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.DomainException;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;

/// Goes on with transfers between unions of different nodes as soon as something has arrived: the sender carries out
/// what the receiver said, the receiver says that it has everything, and the sender forgets. Each step is one
/// transaction and finds done what is done, so it may be tried at any time and again.
@ApplicationScoped
class TransfersBetweenNodes {

    private static final Logger LOG = Logger.getLogger(TransfersBetweenNodes.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String ANSWERED = """
            select transfer_id from transfer join transfer_answer using (transfer_id)
            where status = 'PENDING' and transfer_answer.owner_union_id = target_union_id and written_here(from_union_id)
            order by transfer_id
            """;

    private static final String ARRIVED = """
            select transfer_id from transfer_answer join member_letter letter on cause_id = transfer_id
            where decision = 'ACCEPTED' and taken_at is null and letter.purpose = 'RECORD' and opened_at is not null
                and written_here(transfer_answer.owner_union_id)
            order by transfer_id
            """;

    /// An introduction is over with its transfer; what came along with a member, when the receiver has it.
    private static final String OVER = """
            select distinct letter.cause_id
            from member_letter letter
            join transfer on transfer.transfer_id = letter.cause_id
            left join transfer_answer answer on answer.transfer_id = letter.cause_id
            where letter.sealed is not null and written_here(letter.owner_union_id) and transfer.status <> 'PENDING'
                and (transfer.status <> 'ACCEPTED' or answer.taken_at is not null)
            order by letter.cause_id
            """;

    private static final String NOT_NEEDED = """
            delete from introduced_member using transfer
            where transfer.transfer_id = introduced_member.transfer_id
                and status in ('REFUSED', 'WITHDRAWN') and closed_at < now() - interval '30 days'
            """;

    private final Transfers transfers;
    private final TransferAnswers answers;
    private final AcceptingTransfers accepting;
    private final TransferringMembers members;
    private final MemberLetters letters;
    private final NodeKeys keys;
    private final Units units;
    private final Sql sql;
    private final Clock clock;
    private @Nullable Loop loop;

    TransfersBetweenNodes(
            Transfers transfers,
            TransferAnswers answers,
            AcceptingTransfers accepting,
            TransferringMembers members,
            MemberLetters letters,
            NodeKeys keys,
            Units units,
            Sql sql,
            Clock clock) {
        this.transfers = transfers;
        this.answers = answers;
        this.accepting = accepting;
        this.members = members;
        this.letters = letters;
        this.keys = keys;
        this.units = units;
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("transfers", () -> {
            round();
            return PAUSE;
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    void round() {
        QuarkusTransaction.requiringNew().run(keys::tend);
        each(ANSWERED, this::carryOut);
        each(ARRIVED, this::say);
        each(OVER, id -> letters.empty(id.value()));
        QuarkusTransaction.requiringNew().run(() -> sql.change(NOT_NEEDED));
    }

    private void each(String which, Consumer<TransferId> step) {
        List<UUID> found =
                QuarkusTransaction.requiringNew().call(() -> sql.list(which, row -> row.getObject(1, UUID.class)));
        for (UUID each : found) {
            TransferId id = new TransferId(each);
            try {
                QuarkusTransaction.requiringNew().run(() -> step.accept(id));
            } catch (Unprocessable | Conflict impossible) {
                LOG.warnf("Transfer %s cannot be carried out: %s", id, impossible.code());
                QuarkusTransaction.requiringNew().run(() -> abandon(id, obstacle(impossible)));
            } catch (RuntimeException failure) {
                // It must not keep others from being done; it is tried again in the next round.
                LOG.warnf("Transfer %s does not get on: %s", id, failure);
                LOG.debug(id, failure);
            }
        }
    }

    private static String obstacle(DomainException impossible) {
        return impossible.violations().stream().findFirst().map(Violation::code).orElse(impossible.code());
    }

    private void abandon(TransferId id, String obstacle) {
        Transfer transfer = transfers.requireToChange(id);
        if (transfer.isPending()) {
            TransferAnswers.Confidential rest =
                    answers.opened(answers.of(id).orElseThrow().state());
            Actors.onOrderOf(rest.by(), () -> accepting.abandon(transfer, obstacle));
        }
    }

    private void carryOut(TransferId id) {
        TransferringMembers.Held member = members.hold(transfers.memberOf(id)).orElseThrow();
        Transfer transfer = transfers.requireToChange(id);
        if (!transfer.isPending()) {
            return;
        }
        TransferAnswerState answer = answers.of(id).orElseThrow().state();
        TransferAnswers.Confidential rest = answers.opened(answer);
        Actors.onOrderOf(rest.by(), () -> carryOut(member, transfer, answer, rest));
    }

    private void carryOut(
            TransferringMembers.Held member,
            Transfer transfer,
            TransferAnswerState answer,
            TransferAnswers.Confidential rest) {
        if (answer.decision() == AnswerDecision.REFUSED) {
            accepting.refuse(transfer, Objects.requireNonNullElse(rest.reason(), "—"));
            return;
        }
        Unit unit = units.require(Objects.requireNonNull(answer.unitId()));
        LocalDate today = LocalDate.now(clock);
        if (!unit.existsOn(today)) {
            throw new Unprocessable("/unitId", "unit-ended");
        }
        LocalDate since = Objects.requireNonNull(answer.effectiveDate());
        accepting.accept(
                member,
                transfer,
                new AcceptingTransfers.Accepted(
                        unit, since, decision(answer, rest), rest.memberNumber(), rest.cardNumber()));
        LOG.infof("Transfer %s was carried out as the receiver's node said", transfer.id());
    }

    private static @Nullable Decision decision(TransferAnswerState answer, TransferAnswers.Confidential rest) {
        String number = answer.decisionNumber();
        LocalDate date = answer.decisionDate();
        return number == null || date == null ? null : new Decision(number, date, rest.signer());
    }

    private void say(TransferId id) {
        answers.taken(transfers.requireToChange(id));
    }
}
