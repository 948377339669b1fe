package vn.congdoan.vks.membership.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.congdoan.vks.membership.committee.CommitteeRules.Rule;
import vn.congdoan.vks.membership.committee.CommitteeRules.Subject;
import vn.congdoan.vks.platform.problem.Violation;

/// Where a union's committee differs from the rules of its term. A superior may have recognised it nevertheless, so
/// these are told and refuse nothing.
///
/// @param rules those of the first day of the term
/// @param day the day whose seats are counted
/// @param members how many members the union has on that day
record CommitteeWarnings(Map<Subject, Rule> rules, LocalDate day, long members) {

    List<Violation> of(Committee committee) {
        List<Violation> found = new ArrayList<>();
        List<SeatPosition> seated = committee.seats().stream()
                .filter(each -> each.isOn(day))
                .map(Seat::position)
                .filter(each -> !each.isOffice())
                .toList();
        termLength(committee).ifPresent(found::add);
        if (seated.stream().noneMatch(SeatPosition::isHead)) {
            found.add(new Violation("/seats", "committee-without-head"));
        }
        switch (committee.kind()) {
            case COMMITTEE -> size(seated).ifPresent(found::add);
            case INSPECTION_COMMITTEE ->
                size(Subject.INSPECTION_SIZE, seated.size()).ifPresent(found::add);
            case WOMENS_BOARD -> {}
        }
        standing(seated).ifPresent(found::add);
        return found;
    }

    private Optional<Violation> termLength(Committee committee) {
        return rule(Subject.TERM_YEARS)
                .filter(rule ->
                        !committee.validTo().equals(committee.validFrom().plusYears(rule.most())))
                .map(rule -> warning("/validTo", "term-length", rule, rule.most()));
    }

    private Optional<Violation> size(List<SeatPosition> seated) {
        Optional<Rule> chairOnly = rule(Subject.ONLY_A_CHAIR).filter(rule -> rule.allows(members));
        if (chairOnly.isEmpty()) {
            return size(Subject.COMMITTEE_SIZE, seated.size());
        }
        return chairOnly.filter(_ -> seated.size() > 1).map(rule -> warning("/seats", "only-a-chair", rule, members));
    }

    private Optional<Violation> size(Subject subject, int seated) {
        return rule(subject)
                .filter(rule -> !rule.allows(seated))
                .map(rule -> warning("/seats", "committee-size", rule, seated));
    }

    /// Chair and vice chairs alone are no standing committee.
    private Optional<Violation> standing(List<SeatPosition> seated) {
        long standing = seated.stream().filter(SeatPosition::isStanding).count();
        return rule(Subject.STANDING_SHARE)
                .filter(_ -> seated.contains(SeatPosition.STANDING_MEMBER))
                .filter(rule -> standing * rule.most() > seated.size())
                .map(rule -> warning("/seats", "standing-share", rule, standing));
    }

    private Optional<Rule> rule(Subject subject) {
        return Optional.ofNullable(rules.get(subject));
    }

    private static Violation warning(String pointer, String code, Rule rule, long number) {
        return new Violation(
                pointer,
                code,
                Map.of("number", number, "least", rule.least(), "most", rule.most(), "citation", rule.citation()));
    }
}
