package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Records many contributions to one fund in one stroke, each by the rules of a single one. Whoever does it has
/// asked before whether the caller may.
@ApplicationScoped
public class ContributionsInBulk {

    private final Contributions contributions;
    private final KnownMembers members;
    private final Directory directory;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    ContributionsInBulk(
            Contributions contributions,
            KnownMembers members,
            Directory directory,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.contributions = contributions;
        this.members = members;
        this.directory = directory;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// A contribution that is to be recorded, under ids that were given before.
    public record Gift(ContributionId id, TransferId transfer, NewContribution form) {}

    /// What stands against each of them, as against a single one; nothing for those that are right.
    public Map<ContributionId, Violation> objections(FundTerms fund, UnitPlace place, List<Gift> gifts) {
        Map<MemberId, KnownMember> known = members.known(gifts.stream()
                .map(each -> each.form().donor().memberId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UnitId, Optional<UnitId>> unions = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        Map<ContributionId, Violation> objections = new LinkedHashMap<>();
        for (Gift gift : gifts) {
            try {
                fund.requireOpenOn(gift.form().date(), today);
                giver(gift.form().donor(), known, unions).requireWelcome(gift.form(), fund, place.unionId());
            } catch (Unprocessable refused) {
                objections.put(gift.id(), refused.violations().getFirst());
            }
        }
        return objections;
    }

    private Giver giver(Donor donor, Map<MemberId, KnownMember> known, Map<UnitId, Optional<UnitId>> unions) {
        Optional<KnownMember> member = Optional.ofNullable(donor.memberId()).map(known::get);
        Optional<UnitId> ofUnit = Optional.ofNullable(donor.unitId())
                .flatMap(unit -> unions.computeIfAbsent(
                        unit, each -> directory.place(each).map(UnitPlace::unionId)));
        return new Giver(member, member.map(KnownMember::ownerUnionId).or(() -> ofUnit));
    }

    /// Records them all, in the transaction that books their money.
    public void record(FundTerms fund, UnitPlace place, List<Gift> gifts, Booking booking) {
        Instant now = clock.instant();
        List<Contribution> recorded = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<AuditTrail.Subject> subjects = new ArrayList<>();
        for (Gift gift : gifts) {
            NewContribution form = gift.form();
            Contribution contribution = new Contribution(gift.id(), fund, form, gift.transfer(), hash.of(form), now);
            recorded.add(contribution);
            transfers.add(form.money(gift.transfer(), fund, now));
            changes.add(contribution.change(fund.books(place).audience()));
            subjects.add(new AuditTrail.Subject(gift.id().value(), fund.unitId()));
        }
        contributions.persistAll(recorded);
        trail.changed("record", "contribution", subjects, RecordingContributions.FIELDS);
        booking.enterAll(transfers, changes);
    }
}
