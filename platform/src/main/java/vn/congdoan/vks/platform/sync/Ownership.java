package vn.congdoan.vks.platform.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What ties the states of a kind to the union whose records they are. By them a province's node may tell of the units
/// and records of its own union, and of nobody else's: what is named here must be the union's. Fields that are not
/// named may refer to anybody.
///
/// Conditions stand over `id`, `owner` and `state` of `taken`.
public final class Ownership {

    private static final String OWN = "0";
    private static final String UNKNOWN = "1";
    private static final String FOREIGN = "2";

    private final List<String> verdicts;
    private final boolean centralAlone;
    private final boolean givable;
    private final @Nullable String stream;

    private Ownership(List<String> verdicts, boolean centralAlone, boolean givable, @Nullable String stream) {
        this.verdicts = List.copyOf(verdicts);
        this.centralAlone = centralAlone;
        this.givable = givable;
        this.stream = stream;
    }

    /// Of records that no province's node writes.
    public static Ownership ofCentralAlone() {
        return new Ownership(List.of(), true, false, null);
    }

    /// @param id the field with the id of the record
    public static Ownership by(String id) {
        return ofOwner().where("(taken.state->>'%s')::uuid is not distinct from id".formatted(id));
    }

    /// Of records whose states do not tell their id.
    static Ownership ofOwner() {
        return new Ownership(List.of(), false, false, null);
    }

    /// The union itself, where a state tells it.
    public Ownership union(String field) {
        return where("coalesce((taken.state->>'%s')::uuid, owner) = owner".formatted(field));
    }

    /// A unit of the union. Where nobody knows it here yet the state waits.
    public Ownership unit(String field) {
        return and(unitVerdict("(taken.state->>'%s')::uuid".formatted(field), UNKNOWN));
    }

    /// Units of the union, or some that nobody knows here, because they are not founded yet.
    public Ownership units(String field) {
        return and("""
                (select coalesce(max(%s), 0) from jsonb_array_elements_text(taken.state->'%s') as named(unit))
                """.formatted(unitVerdict("named.unit::uuid", OWN), field));
    }

    /// A record of the union in this service. That it is here is for the rules of the database to say.
    public Ownership record(String kind, String field) {
        return where("coalesce(owner_of('%s', (taken.state->>'%s')::uuid), owner) = owner".formatted(kind, field));
    }

    /// A record of the union, of which these are the entries.
    public Ownership entryOf(String kind, String field) {
        Ownership tied = record(kind, field);
        return new Ownership(tied.verdicts, centralAlone, givable, field);
    }

    /// Whatever else must be so.
    public Ownership where(String condition) {
        return and("case when %s then %s else %s end".formatted(condition, OWN, FOREIGN));
    }

    /// A record may pass to a union whose home is another node: its home's last state of it names the new owner, and
    /// whatever stays within the owner's stays within that one's.
    public Ownership thatCanBeGiven() {
        return new Ownership(verdicts, centralAlone, true, stream);
    }

    /// Whether a record may pass to a union whose home is another node.
    public boolean canBeGiven() {
        return givable;
    }

    private Ownership and(String verdict) {
        return new Ownership(
                Stream.concat(verdicts.stream(), Stream.of(verdict)).toList(), centralAlone, givable, stream);
    }

    private static String unitVerdict(String unit, String unknown) {
        return """
                case when %1$s is null or %1$s = owner then %2$s
                     else case union_of(%1$s) = owner when true then %2$s when false then %3$s else %4$s end end
                """.formatted(unit, OWN, FOREIGN, unknown);
    }

    /// Whether no province's node writes them.
    public boolean isCentralAlone() {
        return centralAlone;
    }

    /// A query for the worst of the states of a JSON array, by its place there, and whether it is foreign; for nothing
    /// if all are their owners'.
    public String worst() {
        List<String> all = new ArrayList<>(verdicts);
        all.add(
                stream == null
                        ? "case when stream = id then 0 else 2 end"
                        : "case when stream = (taken.state->>'%s')::uuid then 0 else 2 end".formatted(stream));
        return """
                select place, verdict = %s from (
                    select place, greatest(%s) as verdict
                    from jsonb_to_recordset(?::jsonb)
                        as taken(place int, id uuid, owner uuid, stream uuid, state jsonb)) judged
                where verdict > 0
                order by verdict desc, place limit 1
                """.formatted(FOREIGN, all.stream().collect(Collectors.joining(", ")));
    }
}
