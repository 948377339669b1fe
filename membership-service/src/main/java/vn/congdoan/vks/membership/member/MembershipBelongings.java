package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.handover.Belongings;
import vn.congdoan.vks.platform.handover.MovingTable;
import vn.congdoan.vks.platform.handover.TablesOfThePlatform;

/// What moves with a union's organization and members to its own node. What is sealed for a person goes as it is, for
/// the person's key goes along.
@ApplicationScoped
class MembershipBelongings implements Belongings {

    private static final String OWNED = "moving.owner_union_id = any (own.unions)";

    private static final String OF_MEMBERS = """
            exists (select from member
                    where member.member_id = moving.member_id and member.owner_union_id = any (own.unions))
            """;

    private static final String OF_FIGURES = """
            exists (select from reported_figure figure
                    where figure.reported_figure_id = moving.reported_figure_id
                    and figure.owner_union_id = any (own.unions))
            """;

    private static final String PUBLISHED = "all of it is published";
    private static final String COUNTED = "is counted anew from members and placements";
    private static final String OF_ALL = "is kept by the central union for everybody";

    private final MovingKeys keys;

    MembershipBelongings(MovingKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<MovingTable> tables() {
        return List.of(
                MovingTable.ofRecords("unit", "unit_id", """
                        exists (select from unit_version place
                                where place.unit_id = moving.unit_id and place.union_id = any (own.unions)
                                and place.union_id <> place.unit_id)
                        """),
                MovingTable.ofRecords("reorganization", "reorganization_id", OWNED),
                MovingTable.ofRecords("member", "member_id", OWNED),
                MovingTable.ofSecrets("person_key", "member_id", OF_MEMBERS),
                // Also what became of the members before they came to the union.
                MovingTable.ofRecords(
                        "transfer", "transfer_id", "moving.from_union_id = any (own.unions) or " + OF_MEMBERS),
                MovingTable.ofRecords("transfer_answer", "transfer_id", OWNED).onlyChanging("reason, created_as"),
                MovingTable.ofSecrets("membership_step", "membership_step_id", OF_MEMBERS),
                MovingTable.ofSecrets("member_revision", "member_revision_id", OF_MEMBERS),
                MovingTable.ofRecords("change_request", "change_request_id", OWNED),
                MovingTable.ofRecords("dues_exemption", "dues_exemption_id", OWNED),
                MovingTable.ofRecords("committee", "committee_id", OWNED),
                MovingTable.ofRecords("assignment", "assignment_id", OWNED),
                MovingTable.ofRecords("reported_figure", "reported_figure_id", OWNED),
                MovingTable.ofRecords("reported_figure_step", "step_id", OF_FIGURES)
                        .onlyChanging("issuer, subject"),
                MovingTable.ofRecords("document_handover", "handover_id", OWNED)
                        .onlyChanging("handed_over_by, received_by, created_as"),
                TablesOfThePlatform.AUDIT_TRAIL);
    }

    @Override
    public Map<String, String> staying() {
        return TablesOfThePlatform.stayingWith(Map.ofEntries(
                Map.entry("unit_version", PUBLISHED),
                Map.entry("unit_succession", PUBLISHED),
                Map.entry("placement", PUBLISHED),
                Map.entry("placement_doubt", "is empty after each transaction"),
                Map.entry("seat", PUBLISHED),
                Map.entry("account_link", PUBLISHED),
                Map.entry("reorganization_report", PUBLISHED),
                Map.entry("count_pending", COUNTED),
                Map.entry("count_page", COUNTED),
                Map.entry("count_span", COUNTED),
                Map.entry("count_rolled", COUNTED),
                Map.entry("province", OF_ALL),
                Map.entry("external_body", OF_ALL),
                Map.entry("local_superior", OF_ALL),
                Map.entry("committee_rule", OF_ALL),
                Map.entry("node", OF_ALL),
                Map.entry("node_key", PUBLISHED),
                Map.entry("node_private_key", "is about this node alone"),
                Map.entry("member_letter", PUBLISHED),
                Map.entry("owed_letter", "is written by the node that has given the members"),
                Map.entry("introduced_member", "came in a letter that is for this node alone"),
                Map.entry("stated_closing", "follows what welfare-service publishes"),
                Map.entry("bootstrap", "is about this node alone")));
    }

    @Override
    public void unseal(String table, ObjectNode row) {
        switch (table) {
            case "person_key" -> keys.unwrap(row);
            // By a key of this service: the receiver finds the person again by one of its own.
            case "member" -> row.putNull("citizen_id_hash");
            default -> {}
        }
    }

    @Override
    public void seal(String table, ObjectNode row) {
        switch (table) {
            case "person_key" -> keys.wrap(row);
            case "member" -> keys.leaveNumbersToOthers(row);
            default -> {}
        }
    }

    @Override
    public void complete(UUID[] unions) {
        keys.hashCitizenIds(unions);
    }
}
