package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;

/// The story of domain.md §8, told as the requests of its people in their order. The system begins with the central
/// union and its ADMIN alone; everything else is somebody's act: central's ADMIN gives central its staff and founds the
/// provincial unions with their first ADMINs, those give their unions staff and sections, the officers enrol the
/// members and draft campaigns, the chairs launch them, provinces join central's, members commit themselves, the
/// accountants open funds and keep their books, the officers write down what was reported; then unions and sections
/// are merged. All people are invented.
final class DemoScenario {
    /// So many rows of members in one request: far fewer than the API takes, so that the first requests to a system
    /// that has just started on a slow machine stay within the gateway's time.
    static final int ROWS = 100;

    private static final LocalDate IN_OFFICE_SINCE = LocalDate.of(2020, 1, 1);
    private static final String SECTION_OF_THE_LINKED_MEMBER = "QNG-07";

    private final UUID centralUnion;
    private final List<Step> steps = new ArrayList<>();

    private DemoScenario(UUID centralUnion) {
        this.centralUnion = centralUnion;
    }

    /// The requests that make the demo of a system.
    ///
    /// @param centralUnion id of the central union, which the system's first start made
    static List<Step> of(UUID centralUnion) {
        DemoScenario scenario = new DemoScenario(centralUnion);
        scenario.tell();
        return List.copyOf(scenario.steps);
    }

    private void tell() {
        giveStaff(DemoUnion.VKSTC);
        letTheIntegratorRead();
        foundSections(DemoUnion.VKSTC);
        for (DemoUnion province : DemoUnion.provincial()) {
            foundProvincialUnion(province);
            giveFirstAdmin(province);
            giveStaff(province);
            foundSections(province);
        }
        letTheNodeSynchronise();
        nameTheBodiesOutside();
        for (DemoUnion union : DemoUnion.values()) {
            enrolMembers(union);
        }
        linkTheMemberWithALogin();
        steps.addAll(DemoCommittees.elected(this::id));
        for (DemoUnion union : DemoUnion.values()) {
            openFunds(union);
            keepBooks(union);
            steps.addAll(DemoSupport.of(union, id(union)));
            writeDownFigures(union);
            runCampaigns(union);
        }
        letProvincesJoin();
        registerCommitments();
        steps.addAll(DemoReorganizations.ofTheFirstOfJuly(DemoUnion.KTM, DemoUnion.QNG));
        steps.addAll(DemoReorganizations.closing(DemoUnion.KTM, DemoUnion.QNG));
    }

    private void giveStaff(DemoUnion union) {
        for (DemoLogins person : union.logins()) {
            if (person != union.admin()) {
                DemoRoles.of(person).ifPresent(role -> grant(union.admin(), person.subject(), role, union));
            }
        }
    }

    private void letTheIntegratorRead() {
        grant(DemoUnion.VKSTC.admin(), DemoClients.INTEGRATOR_DEMO.subject(), "INTEGRATOR", DemoUnion.VKSTC);
    }

    private void foundSections(DemoUnion union) {
        for (Section section : Section.of(union)) {
            create(
                    union.admin(),
                    "units/" + section.id(),
                    new Body.NewUnit("SECTION", id(union), section.code(), section.name(), section.since()));
        }
    }

    private void foundProvincialUnion(DemoUnion province) {
        create(
                DemoUnion.VKSTC.admin(),
                "units/" + id(province),
                new Body.NewUnit(
                        "PROVINCIAL_UNION", centralUnion, province.name(), province.title(), province.firstDay()));
    }

    private void giveFirstAdmin(DemoUnion province) {
        grant(DemoUnion.VKSTC.admin(), province.admin().subject(), "ADMIN", province);
    }

    private void letTheNodeSynchronise() {
        grant(DemoUnion.QNG.admin(), DemoClients.NODE_QNG.subject(), "NODE", DemoUnion.QNG);
    }

    /// The central union's officer keeps the list; Quảng Ngãi's ADMIN says which of them the union is under.
    private void nameTheBodiesOutside() {
        for (DemoExternalBody body : DemoExternalBody.values()) {
            create(DemoUnion.VKSTC.officer(), "external-bodies/" + body.id(), body.form());
        }
        UUID superior = DemoIds.of("local-superior/QNG");
        steps.add(new Step(
                DemoUnion.QNG.admin(),
                Step.Kind.ADD,
                "units/" + id(DemoUnion.QNG) + "/local-superiors",
                new Body.NewLocalSuperior(superior, DemoExternalBody.CDVC_QNG.id(), DemoUnion.QNG.firstDay())));
    }

    private void enrolMembers(DemoUnion union) {
        List<MemberForm> members = DemoMembers.of(union);
        for (int from = 0; from < members.size(); from += ROWS) {
            List<MemberForm> rows = members.subList(from, Math.min(from + ROWS, members.size()));
            steps.add(new Step(union.officer(), Step.Kind.ENROL, "members/enrolments", new Body.Enrolments(rows)));
        }
    }

    /// Somebody without an office: the third seat of a district's section.
    private void linkTheMemberWithALogin() {
        steps.add(new Step(
                DemoUnion.QNG.admin(),
                Step.Kind.PUT,
                "members/" + linkedMember() + "/account",
                new Body.Account(DemoLogins.QUANGNGAI_DOANVIEN.subject())));
    }

    private static UUID linkedMember() {
        UUID section = DemoIds.of("unit/" + SECTION_OF_THE_LINKED_MEMBER);
        return DemoMembers.of(DemoUnion.QNG).stream()
                .filter(each -> each.unitId().equals(section))
                .skip(2)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void openFunds(DemoUnion union) {
        for (Body.NewFund fund : DemoFunds.of(union, id(union))) {
            create(union.accountant(), "funds/" + DemoFunds.id(union, fund), fund);
        }
    }

    private void keepBooks(DemoUnion union) {
        DemoBooks.drives(union, id(union)).forEach((path, body) -> create(union.accountant(), path, body));
        DemoBooks.of(union, id(union)).forEach((path, body) -> create(union.accountant(), path, body));
    }

    private void writeDownFigures(DemoUnion union) {
        for (Body.NewReportedFigure figure : DemoFigures.of(union, id(union))) {
            UUID id = DemoIds.of("reported-figure/" + union + "/" + figure.period() + "/" + figure.indicator());
            create(union.officer(), "reported-figures/" + id, figure);
        }
    }

    /// The officer drafts them, the chair launches them.
    private void runCampaigns(DemoUnion union) {
        for (Body.NewCampaign campaign : DemoCampaigns.of(union, scope(union))) {
            String path = "campaigns/" + campaignId(union, campaign.name());
            create(union.officer(), path, campaign);
            Body.Launch launch = new Body.Launch(DemoCampaigns.launchedOn(campaign));
            steps.add(new Step(union.chair(), Step.Kind.TRANSITION, path + "/launch", launch));
        }
    }

    private void letProvincesJoin() {
        for (Body.NewCampaign campaign : DemoCampaigns.of(DemoUnion.VKSTC, scope(DemoUnion.VKSTC))) {
            String path = "campaigns/" + campaignId(DemoUnion.VKSTC, campaign.name()) + "/participants";
            for (DemoUnion province : DemoUnion.provincial()) {
                Body.NewParticipation joining = new Body.NewParticipation(
                        id(province), DemoCampaigns.joinedOn(campaign), DemoCampaigns.ofAProvince());
                steps.add(new Step(province.officer(), Step.Kind.JOIN, path, joining));
            }
        }
    }

    /// The member with a login registers the own one.
    private void registerCommitments() {
        UUID movement = campaignId(DemoUnion.QNG, DemoCampaigns.LEARNING_AND_FOLLOWING);
        List<Body.NewCommitment> others = DemoCommitments.ofQuangNgai(movement);
        for (int each = 0; each < others.size(); each++) {
            create(DemoUnion.QNG.officer(), "commitments/" + DemoIds.of("commitment/QNG/" + each), others.get(each));
        }
        create(
                DemoLogins.QUANGNGAI_DOANVIEN,
                "commitments/" + DemoIds.of("commitment/QNG/own"),
                DemoCommitments.ofMember(movement, linkedMember()));
    }

    private static UUID campaignId(DemoUnion union, String name) {
        return DemoIds.of("campaign/" + union + "/" + name);
    }

    /// The central union's campaigns are for the whole sector, a province's for itself.
    private List<UUID> scope(DemoUnion launching) {
        return launching == DemoUnion.VKSTC
                ? Stream.of(DemoUnion.values()).map(this::id).toList()
                : List.of(id(launching));
    }

    private void grant(DemoLogins by, String subject, String role, DemoUnion at) {
        create(
                by,
                "assignments/" + DemoIds.of("assignment/" + at + "/" + role + "/" + subject),
                new Body.NewAssignment(subject, role, id(at), IN_OFFICE_SINCE));
    }

    private void create(DemoLogins by, String path, Body body) {
        steps.add(new Step(by, Step.Kind.CREATE, path, body));
    }

    private UUID id(DemoUnion union) {
        return union == DemoUnion.VKSTC ? centralUnion : DemoIds.of("unit/" + union);
    }
}
