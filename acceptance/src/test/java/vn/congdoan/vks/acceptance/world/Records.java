package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.local.stack.Waiting;

/// Makes records in one union as the people whose task it is.
public final class Records {

    private static final int WAITING_IN_USE = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api gateway;
    private final Account admin;
    private final Account chair;
    private final Account officer;
    private final Account accountant;
    private final Endings endings;
    private final Account cashier;

    Records(Api gateway, Account admin, Account chair, Account officer, Account accountant, Account cashier) {
        this.gateway = gateway;
        this.admin = admin;
        this.chair = chair;
        this.officer = officer;
        this.accountant = accountant;
        this.endings = new Endings(this, gateway, admin, officer, accountant);
        this.cashier = cashier;
    }

    /// Somebody who has applied.
    public Made applicant(String unit) {
        return created("/api/v1/members", Forms.application(unit), officer);
    }

    /// Somebody who is a member.
    public Made member(String unit) {
        return member(Forms.enrolment(unit));
    }

    public Made member(ObjectNode enrolment) {
        ObjectNode rows = Json.object();
        rows.putArray("items").add(enrolment);
        Answer answer = gateway.send(Call.of("POST", "/api/v1/members/enrolments", rows), officer.token());
        if (!answer.require(200).json().at("/items/0/outcome").asText().equals("CREATED")) {
            throw new AssertionError("Not enrolled: " + answer);
        }
        return read("/api/v1/members/" + enrolment.path("id").asText(), officer, enrolment);
    }

    /// Somebody who was a member and has left.
    public Made formerMember(String unit) {
        Made member = member(unit);
        Call end = Call.of(
                        "POST",
                        "/api/v1/members/" + member.id() + "/end",
                        Json.object().put("reason", "RESIGNED").put("effectiveDate", "2023-02-14"))
                .with("If-Match", member.etag());
        Answer answer = gateway.send(end, officer.token()).require(200);
        return new Made(member.id(), answer.header("ETag"), member.json());
    }

    /// Somebody need not pay dues for some time.
    public Made duesExemption(String member) {
        return created("/api/v1/members/" + member + "/dues-exemptions", Forms.duesExemption(), officer);
    }

    /// A member of a unit whom another new unit beside it shall take.
    public ObjectNode transferOfMember(Site site) {
        return Forms.transfer(
                member(site.unit()).id(), unit(site.childKind(), site.parent()).id());
    }

    /// A transfer that waits for an answer.
    public Made transfer(Site site) {
        return created("/api/v1/transfers", transferOfMember(site), officer);
    }

    /// A role for an account that nobody uses.
    public Made assignment(String unit) {
        return created("/api/v1/assignments", Forms.assignment("unused-" + Forms.word(), "OFFICER", unit), admin);
    }

    public Made campaign(String unit) {
        return created("/api/v1/campaigns", Forms.campaign(unit), officer);
    }

    /// A campaign that its unit has launched for itself.
    public Made launchedCampaign(String unit) {
        return launchedCampaign(unit, unit);
    }

    /// A campaign that a unit has launched for another one below it.
    public Made launchedCampaign(String launching, String called) {
        Made draft = created("/api/v1/campaigns", Forms.campaign(launching, called), officer);
        Call launch = Call.of(
                        "POST",
                        "/api/v1/campaigns/" + draft.id() + "/launch",
                        Json.object().put("launchedOn", Forms.BEGIN))
                .with("If-Match", draft.etag());
        Answer answer = gateway.send(launch, chair.token()).require(200);
        return new Made(draft.id(), answer.header("ETag"), draft.json());
    }

    /// A unit joins a campaign.
    public Made participation(String campaign, String unit) {
        return created("/api/v1/campaigns/" + campaign + "/participants", Forms.participation(unit), officer);
    }

    /// What a unit, or the member whom the form names, will do.
    public Made commitment(ObjectNode form) {
        return created("/api/v1/commitments", form, officer);
    }

    public Made fund(String unit) {
        return created("/api/v1/funds", Forms.fund(unit), accountant);
    }

    /// Something given to a new fund of the unit.
    public Made contribution(String unit) {
        return created("/api/v1/contributions", Forms.contribution(fund(unit).id()), accountant);
    }

    /// The same, once its receipt has a number.
    public Made numbered(Made contribution) {
        Call receipt = Call.get("/api/v1/contributions/" + contribution.id() + "/receipt");
        if (!Waiting.until(() -> gateway.send(receipt, accountant.token()).status() == 200, PATIENCE)) {
            throw new AssertionError("No receipt of " + contribution.id());
        }
        return contribution;
    }

    /// An expense of the fund.
    public Made expense(String fund) {
        return created("/api/v1/funds/" + fund + "/entries", Forms.expense(), accountant);
    }

    /// A closed period of a unit that has a fund.
    public Made period(String unit) {
        fund(unit);
        return created("/api/v1/periods", Forms.period(unit), accountant);
    }

    /// A request for support, brought as far as it is told.
    public Made support(String unit, String... steps) {
        Made support = created("/api/v1/support-cases", Forms.support(unit), officer);
        for (String step : steps) {
            support = supported(support, step);
        }
        return support;
    }

    private Made supported(Made support, String step) {
        Account by =
                switch (step) {
                    case "propose" -> accountant;
                    case "approve" -> chair;
                    case "pay" -> cashier;
                    default -> officer;
                };
        String unit = support.json().path("unitId").asText();
        Answer answer = gateway.send(
                        Call.of(
                                        "POST",
                                        "/api/v1/support-cases/" + support.id() + "/" + step,
                                        Forms.supportStep(step, () -> filledFund(unit)))
                                .with("If-Match", support.etag())
                                .with("Idempotency-Key", Forms.id()),
                        by.token())
                .require(200);
        return new Made(support.id(), answer.header("ETag"), support.json());
    }

    public Answer asOfficer(Call call) {
        return gateway.send(call, officer.token());
    }

    public Answer asChair(Call call) {
        return gateway.send(call, chair.token());
    }

    /// A fund of the unit that holds some money.
    public String filledFund(String unit) {
        return contribution(unit).json().path("fundId").asText();
    }

    /// A programme for the people of the unit, brought as far as it is told.
    public Made programme(String unit, String... steps) {
        member(unit);
        Made programme = created("/api/v1/support-programmes", Forms.programme(unit, filledFund(unit)), officer);
        for (String step : steps) {
            programme = stepped(programme, step);
        }
        return programme;
    }

    /// Somebody on the list of a programme.
    public String listed(Made programme) {
        return firstMember("/api/v1/support-programmes/" + programme.id() + "/beneficiaries");
    }

    private String firstMember(String list) {
        return gateway.send(Call.get(list + "?limit=1"), officer.token())
                .require(200)
                .json()
                .at("/items/0/memberId")
                .asText();
    }

    /// A fund of the unit that may pay premiums, and holds some money.
    public String fundForPremiums(String unit) {
        String fund =
                created("/api/v1/funds", InsuranceForms.fund(unit), accountant).id();
        created("/api/v1/contributions", Forms.contribution(fund), accountant);
        return fund;
    }

    /// Group insurance for the people of the unit.
    ///
    /// @param insureAll whether they are insured at once
    public Made policy(String unit, boolean insureAll) {
        member(unit);
        ObjectNode form = InsuranceForms.policy(unit, fundForPremiums(unit)).put("insureAll", insureAll);
        return created(InsuranceForms.PATH, form, officer);
    }

    /// Somebody whom a policy insures.
    public String insured(Made policy) {
        return firstMember(InsuranceForms.PATH + "/" + policy.id() + "/insured");
    }

    /// A claim under a policy, for somebody whom it insures.
    public Made insuranceClaim(Made policy) {
        return created(
                InsuranceForms.PATH + "/" + policy.id() + "/claims", InsuranceForms.claim(insured(policy)), officer);
    }

    /// Tells the insurer of all changes.
    public void endorse(Made policy) {
        Call call = Call.of("POST", InsuranceForms.PATH + "/" + policy.id() + "/endorse", InsuranceForms.endorsement())
                .with("If-Match", policy.etag());
        gateway.send(call, officer.token()).require(200);
    }

    public void premium(Made policy) {
        Call call = Call.of("POST", InsuranceForms.PATH + "/" + policy.id() + "/premiums", InsuranceForms.premium())
                .with("Idempotency-Key", Forms.id());
        Answer answer = gateway.send(call, accountant.token());
        answer.require(answer.status() == 200 ? 200 : 201);
    }

    /// Something that a member gave to a new fund of the unit.
    public void contributionOf(String unit, String member) {
        created("/api/v1/contributions", Forms.contribution(fund(unit).id(), member), accountant);
    }

    /// A request for support of a member.
    public void supportOf(String unit, String member) {
        ObjectNode form = Forms.support(unit);
        form.putObject("beneficiary").put("kind", "MEMBER").put("memberId", member);
        created("/api/v1/support-cases", form, officer);
    }

    private Made stepped(Made programme, String step) {
        Account by = step.equals("pay") ? cashier : chair;
        Answer answer = gateway.send(
                        Call.of(
                                        "POST",
                                        "/api/v1/support-programmes/" + programme.id() + "/" + step,
                                        Forms.programmeStep(step, ""))
                                .with("If-Match", programme.etag())
                                .with("Idempotency-Key", Forms.id()),
                        by.token())
                .require(200);
        return new Made(programme.id(), answer.header("ETag"), programme.json());
    }

    /// What every member of the unit is expected to give.
    public Made plan(String unit) {
        return created(
                "/api/v1/contribution-plans",
                CollectingForms.plan(unit, fund(unit).id()),
                accountant);
    }

    /// Somebody of whom a plan expects something.
    public String onPlan(Made plan) {
        return gateway.send(
                        Call.get("/api/v1/contribution-plans/" + plan.id() + "/members?limit=1"), accountant.token())
                .require(200)
                .json()
                .at("/items/0/memberId")
                .asText();
    }

    public Made drive(String unit) {
        return created("/api/v1/drives", CollectingForms.drive(unit, fund(unit).id()), accountant);
    }

    /// The drive, with a pledge to it.
    public Made pledged(Made drive) {
        Call call = Call.of("POST", "/api/v1/drives/" + drive.id() + "/pledges", CollectingForms.pledge())
                .with("If-Match", drive.etag());
        return made(gateway.send(call, accountant.token()).require(200));
    }

    public String pledgeOf(Made drive) {
        return gateway.send(Call.get("/api/v1/drives/" + drive.id() + "/pledges?limit=1"), accountant.token())
                .require(200)
                .json()
                .at("/items/0/id")
                .asText();
    }

    /// Care for somebody that goes on, brought as far as it is told.
    public Made care(String unit, String... steps) {
        Made care = created(CareForms.PATH, CareForms.care(unit, filledFund(unit)), officer);
        for (String step : steps) {
            Call call = Call.of("POST", CareForms.PATH + "/" + care.id() + "/" + step, CareForms.step(step))
                    .with("If-Match", care.etag())
                    .with("Idempotency-Key", Forms.id());
            Account by = step.equals("pay") ? cashier : chair;
            care = new Made(
                    care.id(), gateway.send(call, by.token()).require(200).header("ETag"), care.json());
        }
        return care;
    }

    /// Something that is owed to a member, brought as far as it is told.
    public Made payable(String unit, String... steps) {
        return payableOf(unit, member(unit).id(), steps);
    }

    public Made payableOf(String unit, String member, String... steps) {
        Made payable = created(PayableForms.PATH, PayableForms.payable(unit, member), officer);
        for (String step : steps) {
            Made before = payable;
            Call call = Call.of(
                            "POST",
                            PayableForms.PATH + "/" + payable.id() + "/" + step,
                            PayableForms.step(step, () -> filledFund(unit), () -> recoveryOf(before)))
                    .with("If-Match", payable.etag())
                    .with("Idempotency-Key", Forms.id());
            Account by =
                    switch (step) {
                        case "revoke" -> officer;
                        case "pay", "recover" -> cashier;
                        default -> accountant;
                    };
            payable = new Made(
                    payable.id(), gateway.send(call, by.token()).require(200).header("ETag"), payable.json());
        }
        return payable;
    }

    /// The entry of the money that came back, after it was recognised, paid and claimed.
    public String recoveryOf(Made payable) {
        return gateway.send(Call.get(PayableForms.PATH + "/" + payable.id() + "/entries"), accountant.token())
                .require(200)
                .json()
                .at("/items/3/transferId")
                .asText();
    }

    public Made supportLimit(String union) {
        return created("/api/v1/support-limits", Forms.supportLimit(union), chair);
    }

    /// Which column of a bank's statement holds what.
    public Made layout(String unit) {
        return created("/api/v1/contribution-layouts", Forms.layout(unit), accountant);
    }

    /// Where a file of contributions to a new fund of the unit is uploaded to.
    public Call upload(String unit) {
        return new Call("PUT", "/api/v1/contribution-imports/" + Forms.id(), Map.of(), null)
                .withQuery("fund=" + fund(unit).id())
                .withQuery("layout=" + layout(unit).id())
                .with("Content-Type", "text/csv")
                .with("If-None-Match", "*")
                .withBody(Forms.statement());
    }

    /// An import, brought as far as it is told.
    public Made contributionImport(String unit, String... steps) {
        Made uploaded = made(gateway.send(upload(unit), accountant.token()).require(201));
        for (String step : steps) {
            Call call = Call.of(
                            "POST",
                            "/api/v1/contribution-imports/" + uploaded.id() + "/" + step,
                            Forms.importStep(
                                    step, step.equals("correct") ? member(unit).id() : ""))
                    .with("If-Match", uploaded.etag())
                    .with("Idempotency-Key", Forms.id());
            uploaded = made(gateway.send(call, accountant.token()).require(200));
        }
        return uploaded;
    }

    private static Made made(Answer answer) {
        return new Made(answer.json().path("id").asText(), answer.header("ETag"), (ObjectNode) answer.json());
    }

    /// A body outside the organization: an affair of the central union's records only.
    public Made externalBody() {
        return created("/api/v1/external-bodies", Forms.externalBody(), officer);
    }

    /// Which external body a union is under.
    public Made localSuperior(String union, String body) {
        return created("/api/v1/units/" + union + "/local-superiors", Forms.localSuperior(body), admin);
    }

    public Made unit(String kind, String parent) {
        return created("/api/v1/units", Forms.unit(kind, parent), admin);
    }

    /// One new unit that shall go into another one.
    public ObjectNode mergeOfUnits(Site site) {
        return Forms.merge(
                unit(site.childKind(), site.parent()).id(),
                unit(site.childKind(), site.parent()).id());
    }

    /// Units that end.
    public Endings endings() {
        return endings;
    }

    /// A reorganization that is written down.
    public Made reorganization(Site site) {
        return created("/api/v1/reorganizations", mergeOfUnits(site), admin);
    }

    /// What a member asks to have changed, by the member's account.
    public Made changeRequest(String member, Account account) {
        return created(changeRequests(member, account), Forms.changeRequest(), account);
    }

    /// Where a member asks, with room for more: of many that wait the oldest are withdrawn, which nobody uses any
    /// more.
    public String changeRequests(String member, Account account) {
        String path = "/api/v1/members/" + member + "/change-requests";
        List<JsonNode> waiting = new ArrayList<>();
        for (JsonNode each : gateway.send(Call.get(path + "?limit=200"), account.token())
                .require(200)
                .json()
                .path("items")) {
            if (each.path("status").asText().equals("WAITING")) {
                waiting.add(each);
            }
        }
        for (JsonNode oldest : waiting.subList(Math.min(waiting.size(), WAITING_IN_USE), waiting.size())) {
            String one = path + "/" + oldest.path("id").asText();
            Call withdraw = Call.of("POST", one + "/withdraw", Json.object());
            String etag = gateway.send(Call.get(one), account.token()).header("ETag");
            gateway.send(withdraw.with("If-Match", etag), account.token());
        }
        return path;
    }

    /// A figure that a unit has reported.
    public Made reportedFigure(String unit) {
        return created("/api/v1/reported-figures", Forms.reportedFigure(unit), officer);
    }

    /// A committee of a new unit at a site, with a member of it who heads it.
    public ObjectNode newCommittee(Site site) {
        String unit = unit(site.childKind(), site.parent()).id();
        String head = site.childKind().equals("GROUP") ? "GROUP_LEADER" : "CHAIR";
        return Forms.committee(unit, head, member(unit).id());
    }

    /// A committee that is written down.
    public Made committee(Site site) {
        return created("/api/v1/committees", newCommittee(site), officer);
    }

    /// A committee that an external body has recognised.
    public Made recognizedCommittee(Site site, String body) {
        Made draft = committee(site);
        Call recognize = Call.of("POST", "/api/v1/committees/" + draft.id() + "/recognize", Forms.recognition(body))
                .with("If-Match", draft.etag());
        Answer answer = gateway.send(recognize, admin.token()).require(200);
        return new Made(draft.id(), answer.header("ETag"), (ObjectNode) answer.json());
    }

    /// Links the member to an account and returns the link.
    public Made account(String member, String subject) {
        Answer answer = gateway.send(
                Call.of(
                        "PUT",
                        "/api/v1/members/" + member + "/account",
                        Json.object().put("subject", subject)),
                admin.token());
        return new Made(member, answer.require(201).header("ETag"), answer.json());
    }

    /// Goods that lie in the fund.
    public String goodsIn(String fund) {
        created("/api/v1/contributions", GoodsForms.inKind(fund), accountant);
        return read("/api/v1/funds/" + fund + "/goods", "/items/0/goodsId");
    }

    /// Some of them that were given out.
    public Made goodsIssue(String fund, String goods) {
        return created("/api/v1/funds/" + fund + "/goods-issues", GoodsForms.issue(goods), accountant);
    }

    /// The fund that is to pay for a case.
    public String fundOf(Made support) {
        return read("/api/v1/support-cases/" + support.id(), "/fundId");
    }

    /// A visit that is planned.
    public Made visit(Made support) {
        return created("/api/v1/support-cases/" + support.id() + "/visits", GoodsForms.visit(), officer);
    }

    private String read(String path, String at) {
        return gateway.send(Call.get(path), accountant.token())
                .require(200)
                .json()
                .at(at)
                .asText();
    }

    /// Payment files of the union.
    public PaymentFileRecords paymentFiles() {
        return new PaymentFileRecords(this, gateway, accountant, chair, cashier);
    }

    private Made created(String path, ObjectNode form, Account by) {
        Answer answer = gateway.send(Call.of("POST", path, form).with("Idempotency-Key", Forms.id()), by.token())
                .require(201);
        return new Made(answer.json().path("id").asText(), answer.header("ETag"), form);
    }

    private Made read(String path, Account by, ObjectNode form) {
        Answer answer = gateway.send(Call.get(path), by.token()).require(200);
        return new Made(answer.json().path("id").asText(), answer.header("ETag"), form);
    }
}
