package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.handover.MovingTable;

/// What stays at home of single members, and goes along with those who are given to another node.
@ApplicationScoped
class MemberTables {

    /// The column by which all their rows are a member's.
    static final String OF = "member_id";

    private static final String OF_MEMBERS = "moving.member_id = any (own.records)";

    /// What was given with the member at this moment: this node wrote of it last.
    private static final String GIVEN = """
            moving.member_id = any (own.records)
            and (latest_change('%s', moving.%s)).origin_node = (select node from this_node)
            and exists (select from member
                        where member.member_id = moving.member_id and member.owner_union_id = moving.owner_union_id)
            """;

    List<MovingTable> ofMembers() {
        return List.of(
                MovingTable.ofRecords("member", "member_id", OF_MEMBERS)
                        .onlyChanging("birth_date, party_probationary_on, party_official_on, in_party_undated,"
                                + " political_theory, position, native_place, member_number, card_number, sealed,"
                                + " created_as"),
                MovingTable.ofSecrets("person_key", "member_id", OF_MEMBERS),
                // Those that are known there are known better.
                MovingTable.ofSecrets("transfer", "transfer_id", OF_MEMBERS),
                MovingTable.ofSecrets("membership_step", "membership_step_id", OF_MEMBERS),
                MovingTable.ofSecrets("member_revision", "member_revision_id", OF_MEMBERS),
                MovingTable.ofRecords(
                                "change_request",
                                "change_request_id",
                                GIVEN.formatted("change-request", "change_request_id"))
                        .onlyChanging("fields, asked, answer"),
                MovingTable.ofRecords(
                                "dues_exemption",
                                "dues_exemption_id",
                                GIVEN.formatted("dues-exemption", "dues_exemption_id"))
                        .onlyChanging("reason, decision_number, decision_date, decision_signer, created_as"));
    }
}
