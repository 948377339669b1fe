package vn.congdoan.vks.platform.change;

import java.util.List;

/// A kind of aggregate whose changes are logged and published.
///
/// @param service the service that owns it: `membership`
/// @param name its name in the API's vocabulary: `member`
/// @param kind whether a row is the whole state or one entry among many
/// @param schemaVersion raised when a reader of the earlier shape could not read the new one
/// @param state the shape of the state
/// @param happenings what can happen to it, past participles: `admitted`
/// @param heartbeat whether its topic tells every other second that it is up to date: for what must not be believed
///         for long without
/// @param amongNodesAlone whether only nodes are told: it is neither published nor in the feed
public record AggregateType(
        String service,
        String name,
        ChangeKind kind,
        int schemaVersion,
        Class<? extends Record> state,
        boolean heartbeat,
        boolean amongNodesAlone,
        List<String> happenings) {

    private static final String ROOT = "vn.congdoan.vks.";

    public AggregateType {
        happenings = List.copyOf(happenings);
    }

    public static AggregateType states(
            String service, String name, int schemaVersion, Class<? extends Record> state, String... happenings) {
        return new AggregateType(
                service, name, ChangeKind.STATE, schemaVersion, state, false, false, List.of(happenings));
    }

    public static AggregateType entries(
            String service, String name, int schemaVersion, Class<? extends Record> state, String... happenings) {
        return new AggregateType(
                service, name, ChangeKind.ENTRY, schemaVersion, state, false, false, List.of(happenings));
    }

    public AggregateType withHeartbeat() {
        return new AggregateType(service, name, kind, schemaVersion, state, true, amongNodesAlone, happenings);
    }

    public AggregateType amongNodes() {
        return new AggregateType(service, name, kind, schemaVersion, state, heartbeat, true, happenings);
    }

    /// The Kafka topic of its changes. Compacted if they are states.
    public String topic() {
        return "vks." + service + "." + name;
    }

    /// Where the JSON Schema of its state is published.
    public String schemaPath() {
        return "/asyncapi/schemas/" + service + "." + name + ".v" + schemaVersion + ".json";
    }

    /// The CloudEvents type of something that happened to it: `vn.congdoan.vks.membership.member.admitted`.
    public String eventType(String happened) {
        return ROOT + service + "." + name + "." + happened;
    }
}
