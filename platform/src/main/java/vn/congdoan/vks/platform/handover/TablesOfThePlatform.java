package vn.congdoan.vks.platform.handover;

import java.util.HashMap;
import java.util.Map;

/// What becomes of the tables that every service has.
public final class TablesOfThePlatform {

    /// Who did what to the records of a union.
    public static final MovingTable AUDIT_TRAIL = MovingTable.ofSecrets("audit_entry", "audit_entry_id", """
            exists (select from directory_unit_version place
                    where place.unit_id = moving.unit_id and place.union_id = any (own.unions))
            """);

    /// Files at records of a union, where the service keeps any, each before its octets.
    public static final MovingTable ATTACHMENTS =
            MovingTable.ofChangingSecrets("attachment", "attachment_id", "moving.owner_union_id = any (own.unions)");

    /// A few at a time: each has tens of thousands of octets.
    public static final MovingTable ATTACHED_PARTS =
            MovingTable.ofChangingSecrets("attachment_part", "part_id", """
            exists (select from attachment
                    where attachment.content_id = moving.content_id and attachment.owner_union_id = any (own.unions))
            """).together(16);

    /// And what has not become one.
    public static final Map.Entry<String, String> UNFINISHED_UPLOADS =
            Map.entry("attachment_upload", "nothing refers to it yet; it is sent again where the records are");

    private static final String LOG = "the receiver has its own log, and in it what was published";
    private static final String NODE = "is about this node alone";

    private static final String DIRECTORY = "is taken from the membership service's events";

    private static final Map<String, String> STAYING = Map.ofEntries(
            Map.entry("flyway_schema_history", NODE),
            Map.entry("change", LOG),
            Map.entry("change_pending", LOG),
            Map.entry("change_epoch", LOG),
            Map.entry("change_head", LOG),
            Map.entry("relay", NODE),
            Map.entry("parked_event", NODE),
            Map.entry(
                    "answered_request",
                    "kept for a day; a request that is repeated at the other node is known by its id"),
            Map.entry("directory_stamp", NODE),
            Map.entry("this_node", NODE),
            Map.entry("home", "told by the record of the node"),
            Map.entry("replica", NODE),
            Map.entry("sync_cursor", NODE),
            Map.entry("quarantined_change", NODE),
            Map.entry("feed_reader", NODE),
            Map.entry("quarantined_elsewhere", NODE),
            Map.entry("comparison", NODE),
            Map.entry("compared_difference", NODE),
            Map.entry("taking_over", NODE));

    /// What the services that do not keep the organization themselves know of it.
    private static final Map<String, String> DIRECTORY_TABLES = Map.of(
            "directory_unit", DIRECTORY,
            "directory_unit_version", DIRECTORY,
            "directory_unit_succession", DIRECTORY,
            "directory_assignment", DIRECTORY,
            "directory_member", DIRECTORY,
            "directory_account", DIRECTORY,
            "directory_node", DIRECTORY,
            "directory_up_to_date", DIRECTORY);

    private TablesOfThePlatform() {}

    /// Those that stay, with those that stay in one service.
    public static Map<String, String> stayingWith(Map<String, String> ofTheService) {
        Map<String, String> all = new HashMap<>(STAYING);
        all.putAll(ofTheService);
        return Map.copyOf(all);
    }

    /// As [#stayingWith], in a service that knows the organization by its directory.
    public static Map<String, String> andDirectoryStayingWith(Map<String, String> ofTheService) {
        Map<String, String> all = new HashMap<>(DIRECTORY_TABLES);
        all.putAll(ofTheService);
        return stayingWith(all);
    }
}
