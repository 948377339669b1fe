package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// The members of a unit: a call of every operation on one of them that somebody may make.
final class MemberCalls {

    private static final String ADDRESS = "/api/v1/members";

    private final Records records;
    private final String unit;

    private MemberCalls(Records records, String unit) {
        this.records = records;
        this.unit = unit;
    }

    static Call of(String operation, Records records, String unit) {
        return new MemberCalls(records, unit).call(operation);
    }

    private Call call(String operation) {
        if (operation.equals("listDuplicateMembers")) {
            return duplicates();
        }
        if (operation.endsWith("MemberAccount")) {
            return account(operation);
        }
        if (operation.contains("Dues")) {
            return duesExemption(operation);
        }
        if (operation.equals("mergeMember")) {
            return merge();
        }
        if (operation.equals("reapplyForMembership")) {
            Made former = records.formerMember(unit);
            ObjectNode form = Json.object().put("unitId", unit);
            return Call.of("POST", ADDRESS + "/" + former.id() + "/reapply", form)
                    .with("If-Match", former.etag());
        }
        return onMember(
                operation,
                switch (operation) {
                    case "admitMember", "rejectMember" -> records.applicant(unit);
                    case "eraseMember" -> records.formerMember(unit);
                    default -> records.member(unit);
                });
    }

    /// Something that is done to one member.
    static Call onMember(String operation, Made member) {
        String path = ADDRESS + "/" + member.id();
        ObjectNode decided = Json.object().put("effectiveDate", "2023-02-14");
        decided.set("decision", Forms.decision());
        return switch (operation) {
            case "getMember" -> Call.get(path);
            case "listMembershipSteps" -> Call.get(path + "/steps");
            case "expelMember" -> Call.of("POST", path + "/expel", decided).with("If-Match", member.etag());
            case "exportMember" -> Call.get(path + "/export?purpose=Cung%20c%E1%BA%A5p%20d%E1%BB%AF%20li%E1%BB%87u");
            case "eraseMember" -> {
                ObjectNode form = Json.object();
                form.set("decision", Forms.decision());
                yield Call.of("POST", path + "/erase", form).with("If-Match", member.etag());
            }
            case "getMemberHistory" -> Call.get(path + "/history");
            case "correctMember" ->
                Call.of("POST", path + "/corrections", Forms.correction()).with("If-Match", member.etag());
            case "reviseMember" ->
                Call.of("PATCH", path, revision())
                        .with("Content-Type", "application/merge-patch+json")
                        .with("If-Match", member.etag());
            case "admitMember" -> Call.of("POST", path + "/admit", decided).with("If-Match", member.etag());
            case "rejectMember" -> Call.of("POST", path + "/reject", decided).with("If-Match", member.etag());
            default ->
                Call.of("POST", path + "/end", decided.put("reason", "RETIRED")).with("If-Match", member.etag());
        };
    }

    private Call duesExemption(String operation) {
        String member = records.member(unit).id();
        String path = ADDRESS + "/" + member + "/dues-exemptions";
        if (operation.equals("exemptFromDues")) {
            return Call.of("POST", path, Forms.duesExemption());
        }
        Made granted = records.duesExemption(member);
        String one = path + "/" + granted.id();
        return switch (operation) {
            case "listDuesExemptions" -> Call.get(path);
            case "getDuesExemption" -> Call.get(one);
            default ->
                Call.of("POST", one + "/end", Json.object().put("on", "2024-05-01"))
                        .with("If-Match", granted.etag());
        };
    }

    /// Somebody stands in the unit's record twice.
    private Call duplicates() {
        ObjectNode first = Forms.enrolment(unit);
        records.member(first);
        ObjectNode second = Forms.enrolment(unit);
        second.set("fullName", first.get("fullName"));
        records.member(second);
        return Call.get(ADDRESS + "/duplicates?unit=" + unit);
    }

    private Call merge() {
        Made staying = records.member(unit);
        ObjectNode again = Forms.enrolment(unit);
        again.remove("citizenId");
        again.set("fullName", staying.json().get("fullName"));
        ObjectNode form =
                Json.object().put("duplicateId", records.member(again).id()).put("reason", "Nhập hai lần");
        return Call.of("POST", ADDRESS + "/" + staying.id() + "/merge", form).with("If-Match", staying.etag());
    }

    /// Every field that a revision may hold.
    private static ObjectNode revision() {
        ObjectNode revision = Forms.application("");
        revision.remove("unitId");
        return revision;
    }

    private Call account(String operation) {
        String path = ADDRESS + "/";
        if (operation.equals("linkMemberAccount")) {
            ObjectNode form = Json.object().put("subject", "unused-" + Forms.word());
            return Call.of("PUT", path + records.member(unit).id() + "/account", form);
        }
        Made member = records.member(unit);
        records.account(member.id(), "unused-" + Forms.word());
        return Call.get(path + member.id() + "/account");
    }
}
