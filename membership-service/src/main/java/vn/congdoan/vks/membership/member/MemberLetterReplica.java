package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.congdoan.vks.membership.member.MemberLetterState.Purpose;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.CannotApply;
import vn.congdoan.vks.platform.sync.Held;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.ThisNode;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps letters on their way, and opens those that are for this node: after the members, who come before them.
@ApplicationScoped
class MemberLetterReplica implements Replica {

    private static final String UPSERT = Upsert.into("member_letter", "member_letter_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("member_id", "memberId")
            .uuid("cause_id", "causeId")
            .uuid("to_union_id", "toUnionId")
            .text("to_node", "toNode")
            .uuid("node_key_id", "keyId")
            .text("purpose", "purpose")
            .set("member_version", "(state->>'memberVersion')::bigint")
            .text("sealed", "sealed")
            .recordedAt()
            .statement();

    private static final String ARRIVED = """
            select member_letter_id from member_letter join %s on taken.id = member_letter_id
            where to_node = ? and sealed is not null and opened_at is null
            order by member_letter_id
            """.formatted(TAKEN);

    /// What has come before, and may have been changed since.
    private static final String LATE = """
            select member_letter_id from member_letter letter
            where member_letter_id = any (?) and exists (
                select from member_letter other
                where other.member_id = letter.member_id and other.member_version = letter.member_version
                and other.purpose = 'RECORD' and other.opened_at is not null)
            """;

    private static final String EMPTIED = """
            select empty_letters_in_log(array_agg(taken.id)) from %s where state->'sealed' is null having count(*) > 0
            """.formatted(TAKEN);

    /// Whoever sends what belongs to a member has given the member to a union of this node, in that version.
    private static final String NOT_GIVEN = """
            select count(*) from member_letter letter
            where member_letter_id = any (?) and not exists (
                select from (
                    select version, origin_node, owner_union_id from change
                    where aggregate_id = letter.member_id and aggregate_type = 'member' and kind = 'STATE'
                    union all
                    select version, origin_node, owner_union_id from change_pending
                    where aggregate_id = letter.member_id and aggregate_type = 'member' and kind = 'STATE') told
                where version = letter.member_version and owner_union_id = letter.to_union_id
                    and written_here(owner_union_id)
                    and origin_node = coalesce(
                        (select node from home where union_id = letter.owner_union_id), 'central'))
            """;

    private static final String INTRODUCE = """
            insert into introduced_member (transfer_id, member_id, full_name, birth_year, gender)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final Members members;
    private final MemberLetters letters;
    private final MemberTables tables;
    private final GivenRecords given;
    private final MovingKeys keys;
    private final NodeKeys nodeKeys;
    private final Sql sql;
    private final ThisNode here;

    MemberLetterReplica(
            Members members,
            MemberLetters letters,
            MemberTables tables,
            GivenRecords given,
            MovingKeys keys,
            NodeKeys nodeKeys,
            Sql sql,
            ThisNode here) {
        this.members = members;
        this.letters = letters;
        this.tables = tables;
        this.given = given;
        this.keys = keys;
        this.nodeKeys = nodeKeys;
        this.sql = sql;
        this.here = here;
    }

    @Override
    public AggregateType type() {
        return MemberLetterState.TYPE;
    }

    /// Whose member it tells of is asked where it is opened: by then the member is the receiver's.
    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        List<UUID> arrived = sql.list(ARRIVED, row -> row.getObject(1, UUID.class), taken, here.id());
        open(letters.published(arrived));
        sql.list(EMPTIED, _ -> true, taken);
    }

    private void open(List<MemberLetterState> arrived) {
        Map<UUID, KeyPair> pairs = new HashMap<>();
        arrived.forEach(each -> pairs.computeIfAbsent(each.keyId(), nodeKeys::pair));
        Map<Purpose, List<MemberLetterState>> of =
                arrived.stream().collect(Collectors.groupingBy(MemberLetterState::purpose));
        of.getOrDefault(Purpose.INTRODUCTION, List.of()).forEach(each -> introduce(each, pair(pairs, each)));
        List<MemberLetterState> records = of.getOrDefault(Purpose.RECORD, List.of());
        Set<UUID> late = new HashSet<>(
                sql.list(LATE, row -> row.getObject(1, UUID.class), (Object) ids(records, MemberLetterState::id)));
        take(records.stream().filter(each -> !late.contains(each.id())).toList(), pairs);
        sql.change("update member_letter set opened_at = now() where member_letter_id = any (?)", (Object)
                ids(arrived, MemberLetterState::id));
    }

    private void introduce(MemberLetterState letter, KeyPair pair) {
        MemberLetters.Introduced who = given.opened(sealed(letter), MemberLetters.Introduced.class, pair);
        sql.change(
                INTRODUCE,
                letter.causeId(),
                letter.memberId().value(),
                who.fullName(),
                who.birthYear(),
                who.gender().name());
        sql.change(
                "update transfer set introduction_signer = coalesce(introduction_signer, ?) where transfer_id = ?",
                who.signer(),
                letter.causeId());
    }

    private void take(List<MemberLetterState> sent, Map<UUID, KeyPair> pairs) {
        if (sent.isEmpty()) {
            return;
        }
        requireGiven(ids(sent, MemberLetterState::id));
        UUID[] people = ids(sent, each -> each.memberId().value());
        Map<UUID, UUID> owners = members.recordsOf(Arrays.asList(people));
        Map<UUID, Set<UUID>> records = owners.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        given.take(
                tables.ofMembers(),
                MemberTables.OF,
                sent.stream()
                        .map(each -> new GivenRecords.Arrived(
                                records.getOrDefault(each.memberId().value(), Set.of()),
                                sealed(each),
                                pair(pairs, each)))
                        .toList());
        keys.hashCitizenIdsOf(owners.keySet().toArray(UUID[]::new));
        sql.change("delete from introduced_member where member_id = any (?)", (Object) people);
    }

    private void requireGiven(UUID[] letters) {
        if (sql.one(NOT_GIVEN, row -> row.getLong(1), (Object) letters).orElseThrow() > 0) {
            throw new CannotApply("the member was not given with it");
        }
    }

    private static GivenRecords.Sealed sealed(MemberLetterState letter) {
        return new GivenRecords.Sealed(String.valueOf(letter.sealed()), letter.context());
    }

    private static KeyPair pair(Map<UUID, KeyPair> pairs, MemberLetterState letter) {
        return Objects.requireNonNull(pairs.get(letter.keyId()));
    }

    private static UUID[] ids(List<MemberLetterState> letters, Function<MemberLetterState, UUID> id) {
        return letters.stream().map(id).toArray(UUID[]::new);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from member_letter where member_letter_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        return Held.of(ids, letters::published, MemberLetterState::id, each -> each);
    }
}
