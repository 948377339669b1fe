package vn.congdoan.vks.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;

@NullMarked
class DemoScenarioTest {
    private static final UUID CENTRAL_UNION = UUID.fromString("019366a0-0000-7000-8000-000000000001");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final List<Step> steps = DemoScenario.of(CENTRAL_UNION);

    @Test
    void two_tellings_for_one_system_are_equal() {
        assertEquals(steps, DemoScenario.of(CENTRAL_UNION));
        assertEquals(LoadingDemo.digest(steps), LoadingDemo.digest(DemoScenario.of(CENTRAL_UNION)));
    }

    @Test
    void a_telling_for_another_system_is_another_one() {
        UUID other = UUID.fromString("019366a0-0000-7000-8000-000000000002");
        assertNotEquals(LoadingDemo.digest(steps), LoadingDemo.digest(DemoScenario.of(other)));
    }

    @Test
    void every_created_record_has_an_id_of_version_7_of_its_own() {
        List<UUID> ids = new ArrayList<>();
        for (Step step : steps) {
            if (step.kind() == Step.Kind.CREATE) {
                ids.add(UUID.fromString(step.path().substring(step.path().lastIndexOf('/') + 1)));
            }
            if (step.body() instanceof Body.Enrolments rows) {
                rows.items().forEach(row -> ids.add(row.id()));
            }
        }
        assertEquals(ids.size(), new HashSet<>(ids).size());
        for (UUID id : ids) {
            assertEquals(7, id.version());
            assertEquals(2, id.variant());
        }
    }

    @Test
    void a_unit_is_founded_before_anything_names_it() {
        Set<UUID> known = new HashSet<>(Set.of(CENTRAL_UNION));
        for (Step step : steps) {
            switch (step.body()) {
                case Body.NewUnit unit -> {
                    assertTrue(known.contains(unit.parentId()), unit::toString);
                    known.add(UUID.fromString(step.path().substring("units/".length())));
                }
                case Body.NewAssignment grant -> assertTrue(known.contains(grant.unitId()), grant::toString);
                case Body.Enrolments rows ->
                    rows.items().forEach(row -> assertTrue(known.contains(row.unitId()), row::toString));
                case Body.NewCommittee elected -> assertTrue(known.contains(elected.unitId()), elected::toString);
                case Body.Recognition by -> assertTrue(known.contains(by.externalBodyId()), by::toString);
                case Body.NewFund fund -> assertTrue(known.contains(fund.unitId()), fund::toString);
                case Body.NewDrive drive -> assertTrue(known.contains(drive.unitId()), drive::toString);
                case Body.NewReportedFigure figure -> assertTrue(known.contains(figure.unitId()), figure::toString);
                case Body.NewCampaign campaign -> assertTrue(known.containsAll(campaign.scopeUnitIds()));
                case Body.NewParticipation joining -> assertTrue(known.contains(joining.unitId()), joining::toString);
                case Body.NewCommitment made ->
                    assertTrue(made.unitId() == null || known.contains(made.unitId()), made::toString);
                case Body.NewContribution given -> {
                    UUID unit = given.donor().unitId();
                    assertTrue(unit == null || known.contains(unit), given::toString);
                }
                case Body.NewLocalSuperior superior -> {
                    assertTrue(known.contains(idIn(step.path())), step::path);
                    assertTrue(known.contains(superior.externalBodyId()), superior::toString);
                }
                case Body.NewExternalBody _ -> known.add(idIn(step.path()));
                case Body.NewReorganization decided -> {
                    assertTrue(known.containsAll(decided.predecessors()), decided::toString);
                    decided.successors().forEach(each -> {
                        if (each.founded() == null) {
                            assertTrue(known.contains(each.unitId()), decided::toString);
                        } else {
                            assertTrue(known.contains(each.founded().parentId()), decided::toString);
                            assertTrue(known.add(each.founded().id()), decided::toString);
                        }
                    });
                }
                case Body.NewSupportLimit set -> assertTrue(known.contains(set.unitId()), set::toString);
                case Body.NewProgramme listed -> assertTrue(known.contains(listed.unitId()), listed::toString);
                case Body.NewProposal asked -> assertTrue(known.contains(asked.unitId()), asked::toString);
                case Body.NewCare promised -> assertTrue(known.contains(promised.unitId()), promised::toString);
                case Body.Approval _, Body.Payment _, Body.Granting _, Body.Receipt _, Body.PayingOn _ -> {}
                case Body.OfLines _, Body.CarePayment _, Body.Nothing _ -> {}
                case Body.NewClosingStatement stated -> assertTrue(known.containsAll(stated.unitIds()));
                case Body.NewDocumentHandover handed -> assertTrue(known.containsAll(handed.unitIds()));
                case Body.Account _, Body.Launch _, Body.NewEntry _, Body.Application _ -> {}
                case Body.NewFundMove _, Body.Finish _ -> {}
            }
        }
    }

    @Test
    void every_login_gets_what_its_name_promises_and_nobody_grants_to_himself() {
        Set<String> granted = new TreeSet<>();
        for (Step step : steps) {
            switch (step.body()) {
                case Body.NewAssignment grant -> {
                    assertNotEquals(step.by().subject(), grant.subject());
                    assertTrue(granted.add(grant.subject()));
                }
                case Body.Account account -> assertTrue(granted.add(account.subject()));
                case Body.NewUnit _, Body.Enrolments _, Body.NewFund _ -> {}
                case Body.NewExternalBody _, Body.NewLocalSuperior _ -> {}
                case Body.NewCommittee _, Body.Recognition _, Body.NewReportedFigure _ -> {}
                case Body.NewCampaign _, Body.Launch _, Body.NewParticipation _, Body.NewCommitment _ -> {}
                case Body.NewDrive _, Body.NewContribution _, Body.NewEntry _ -> {}
                case Body.NewSupportLimit _, Body.NewProgramme _, Body.Approval _, Body.Payment _ -> {}
                case Body.NewProposal _, Body.Granting _, Body.Receipt _, Body.PayingOn _, Body.OfLines _ -> {}
                case Body.NewCare _, Body.CarePayment _, Body.Nothing _ -> {}
                case Body.NewReorganization _, Body.Application _, Body.Finish _ -> {}
                case Body.NewFundMove _, Body.NewClosingStatement _, Body.NewDocumentHandover _ -> {}
            }
        }
        Set<String> expected = new TreeSet<>();
        Arrays.stream(DemoLogins.values()).forEach(person -> expected.add(person.subject()));
        // The system's first start made this one.
        expected.remove(DemoLogins.TRUNGUONG_QUANTRI.subject());
        expected.add(DemoClients.INTEGRATOR_DEMO.subject());
        expected.add(DemoClients.NODE_QNG.subject());
        assertEquals(expected, granted);
    }

    @Test
    void the_account_is_linked_to_an_enrolled_member_of_quang_ngai() {
        Step link = steps.stream()
                .filter(step -> step.body() instanceof Body.Account)
                .findFirst()
                .orElseThrow();
        Matcher id = ID.matcher(link.path());
        assertTrue(id.find());
        UUID member = UUID.fromString(id.group());
        assertTrue(DemoMembers.of(DemoUnion.QNG).stream()
                .anyMatch(each -> each.id().equals(member)));
    }

    @Test
    void every_campaign_has_targets_and_is_launched_after_it_was_drafted_and_before_anybody_takes_part() {
        Set<UUID> drafted = new HashSet<>();
        Set<UUID> launched = new HashSet<>();
        Set<List<Object>> words = new HashSet<>();
        int joined = 0;
        int committed = 0;
        for (Step step : steps) {
            switch (step.body()) {
                case Body.NewCampaign campaign -> {
                    assertTrue(!campaign.targets().isEmpty(), campaign::toString);
                    drafted.add(idIn(step.path()));
                }
                case Body.Launch _ ->
                    assertTrue(drafted.contains(idIn(step.path())) && launched.add(idIn(step.path())));
                case Body.NewParticipation _ -> {
                    assertTrue(launched.contains(idIn(step.path())));
                    joined++;
                }
                case Body.NewCommitment made -> {
                    assertTrue(launched.contains(made.campaignId()));
                    UUID subject = made.memberId() == null ? made.unitId() : made.memberId();
                    assertTrue(subject != null && (made.memberId() == null) != (made.unitId() == null), made::toString);
                    assertTrue(words.add(List.of(made.campaignId(), subject, made.text())), made::toString);
                    committed++;
                }
                case Body.NewUnit _, Body.NewAssignment _, Body.Enrolments _, Body.Account _, Body.NewFund _ -> {}
                case Body.NewExternalBody _, Body.NewLocalSuperior _ -> {}
                case Body.NewCommittee _, Body.Recognition _, Body.NewReportedFigure _ -> {}
                case Body.NewDrive _, Body.NewContribution _, Body.NewEntry _ -> {}
                case Body.NewSupportLimit _, Body.NewProgramme _, Body.Approval _, Body.Payment _ -> {}
                case Body.NewProposal _, Body.Granting _, Body.Receipt _, Body.PayingOn _, Body.OfLines _ -> {}
                case Body.NewCare _, Body.CarePayment _, Body.Nothing _ -> {}
                case Body.NewReorganization _, Body.Application _, Body.Finish _ -> {}
                case Body.NewFundMove _, Body.NewClosingStatement _, Body.NewDocumentHandover _ -> {}
            }
        }
        assertEquals(11, launched.size());
        assertEquals(drafted, launched);
        assertEquals(18, joined);
        assertEquals(30, committed);
    }

    private static UUID idIn(String path) {
        Matcher id = ID.matcher(path);
        assertTrue(id.find(), path);
        return UUID.fromString(id.group());
    }

    @Test
    void every_district_of_the_merged_provinces_goes_into_one_region() {
        List<UUID> going = new ArrayList<>();
        for (Step step : steps) {
            if (step.body() instanceof Body.NewReorganization decided) {
                going.addAll(decided.predecessors());
            }
        }
        assertEquals(going.size(), new HashSet<>(going).size());
        for (DemoUnion union : List.of(DemoUnion.QNG, DemoUnion.KTM)) {
            for (Section section : Section.of(union)) {
                assertEquals(
                        section.line() == LineOfWork.DISTRICT || section.code().equals("KTM-01"),
                        going.contains(section.id()),
                        section::toString);
            }
        }
        assertTrue(going.contains(DemoIds.of("unit/KTM")));
    }

    @Test
    void no_request_is_larger_than_the_api_takes() {
        for (Step step : steps) {
            String body = DemoApi.text(step.body());
            assertTrue(body.length() < 1_000_000, () -> step.path() + ": " + body.length());
            assertTrue(Normalizer.isNormalized(body, Normalizer.Form.NFC), step::path);
        }
    }

    @Test
    void quang_ngai_opens_its_solidarity_fund_first() {
        Body.NewFund first = DemoFunds.of(DemoUnion.QNG, CENTRAL_UNION).getFirst();
        assertEquals("Quỹ Nghĩa tình ngành Kiểm sát nhân dân", first.name());
        assertTrue(first.takesOutsideDonors());
        assertTrue(first.closesOn() == null && !first.opensOn().isAfter(LocalDate.of(2023, 1, 1)));
    }
}
