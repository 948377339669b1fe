package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberLetterState.Purpose;
import vn.congdoan.vks.membership.node.NodeKeys;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// Sends what stays at home of members who go to another node, and forgets it here once it has arrived there.
@ApplicationScoped
public class MemberLetters {

    private static final String SELECT = """
            select member_letter_id, owner_union_id, member_id, cause_id, to_union_id, to_node, node_key_id, purpose,
                member_version, sealed, recorded_at
            from member_letter
            """;

    private static final String INSERT = """
            insert into member_letter (member_letter_id, owner_union_id, member_id, cause_id, to_union_id, to_node,
                node_key_id, purpose, member_version, sealed, recorded_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """;

    /// So many at once that what they have fits into memory, and into one message.
    private static final int FEW = 100;

    private static final String OWE = """
            insert into owed_letter (cause_id, from_union_id, to_union_id, to_node, member_id, member_version)
            select ?, ?, ?, ?, member_id, version from member where member_id = ?
            """;

    private static final String OWED = """
            select owed_letter_id, cause_id, member_id, from_union_id, to_union_id, to_node, member_version
            from owed_letter
            where exists (select from node_key where node = to_node and retired_at is null)
            order by owed_letter_id limit ? for update skip locked
            """;

    private static final String FULL = SELECT + """
            where cause_id = ? and sealed is not null and written_here(owner_union_id)
                and not (select recovering from this_node)
            """;

    /// What is published of them stays; nothing else does.
    private static final String FORGET = """
            update member set sealed = '', created_as = '', citizen_id_hash = null, birth_date = null,
                political_theory = null, position = null, native_place = null, member_number = null, card_number = null,
                in_party_undated = in_party_undated or num_nonnulls(party_probationary_on, party_official_on) > 0,
                party_probationary_on = null, party_official_on = null
            where member_id = any (?)
            """;

    private final Sql sql;
    private final EntityManager entities;
    private final Members members;
    private final NodeKeys keys;
    private final GivenRecords given;
    private final MemberTables tables;
    private final ChangeLog log;
    private final Clock clock;

    MemberLetters(
            Sql sql,
            EntityManager entities,
            Members members,
            NodeKeys keys,
            GivenRecords given,
            MemberTables tables,
            ChangeLog log,
            Clock clock) {
        this.sql = sql;
        this.entities = entities;
        this.members = members;
        this.keys = keys;
        this.given = given;
        this.tables = tables;
        this.log = log;
        this.clock = clock;
    }

    /// By which transfer or reorganization a member goes from which union to which one, and which node writes for that.
    public record Way(UUID cause, MemberId member, UnitId from, UnitId to, String node) {}

    /// Who an introduced member is.
    ///
    /// @param signer who signed the paper
    record Introduced(
            String fullName,
            int birthYear,
            Gender gender,
            @Nullable String signer) {}

    /// Tells the receiver who asks to be taken.
    public void introduce(Way way, @Nullable String signer) {
        Member member = members.require(way.member());
        Profile profile = member.profile();
        Introduced who = new Introduced(profile.fullName(), profile.birthYear(), profile.gender(), signer);
        NodeKeys.Receiver receiver = keys.require(way.node());
        MemberLetterState letter = letter(way, receiver, Purpose.INTRODUCTION, member.version());
        send(List.of(letter.holding(given.written(who, letter.context(), receiver.key()))));
    }

    /// Everything of a member who was just given, and of the records that the member's has taken in.
    public void sendRecord(Way way) {
        entities.flush();
        long version = members.require(way.member()).version();
        sendRecords(List.of(new Given(way, version)));
    }

    /// The same of many, soon, by transactions of their own.
    public void owe(Collection<Way> ways) {
        entities.flush();
        sql.batch(OWE, ways.stream().map(MemberLetters::row).toList());
    }

    /// Sends some of what is owed to nodes whose key is known, within a transaction.
    ///
    /// @return false if there is nothing
    public boolean sendOwed() {
        Map<UUID, Given> owed = new LinkedHashMap<>();
        sql.list(OWED, row -> owed.put(row.getObject(1, UUID.class), Given.read(row)), FEW);
        if (owed.isEmpty()) {
            return false;
        }
        sendRecords(owed.values());
        sql.change("delete from owed_letter where owed_letter_id = any (?)", (Object)
                owed.keySet().toArray(UUID[]::new));
        return true;
    }

    /// Who was given, and in which version.
    private record Given(Way way, long version) {

        static Given read(ResultSet row) throws SQLException {
            Way way = new Way(
                    row.getObject(2, UUID.class),
                    new MemberId(row.getObject(3, UUID.class)),
                    new UnitId(row.getObject(4, UUID.class)),
                    new UnitId(row.getObject(5, UUID.class)),
                    row.getString(6));
            return new Given(way, row.getLong(7));
        }
    }

    private void sendRecords(Collection<Given> some) {
        List<UUID> people =
                some.stream().map(each -> each.way().member().value()).toList();
        Map<UUID, GivenRecords.Kept> kept =
                given.gathered(tables.ofMembers(), members.recordsOf(people), MemberTables.OF);
        Map<String, NodeKeys.Receiver> receivers = new HashMap<>();
        List<MemberLetterState> sent = new ArrayList<>();
        for (Given each : some) {
            Way way = each.way();
            NodeKeys.Receiver receiver = receivers.computeIfAbsent(way.node(), keys::require);
            MemberLetterState letter = letter(way, receiver, Purpose.RECORD, each.version());
            GivenRecords.Kept whole =
                    Objects.requireNonNull(kept.get(way.member().value()));
            sent.add(letter.holding(given.written(whole, letter.context(), receiver.key())));
        }
        send(sent);
    }

    private MemberLetterState letter(Way way, NodeKeys.Receiver receiver, Purpose purpose, long memberVersion) {
        return new MemberLetterState(
                Ids.next(),
                way.from(),
                way.member(),
                way.cause(),
                way.to(),
                way.node(),
                receiver.id(),
                purpose,
                memberVersion,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void send(List<MemberLetterState> letters) {
        sql.batch(INSERT, letters.stream().map(MemberLetters::row).toList());
        log.append(letters.stream().map(each -> change(each, 1, "sent")).toList());
    }

    private static @Nullable Object[] row(Way way) {
        return new @Nullable Object[] {
            way.cause(),
            way.from().value(),
            way.to().value(),
            way.node(),
            way.member().value()
        };
    }

    private static @Nullable Object[] row(MemberLetterState letter) {
        return new @Nullable Object[] {
            letter.id(),
            letter.ownerUnionId().value(),
            letter.memberId().value(),
            letter.causeId(),
            letter.toUnionId().value(),
            letter.toNode(),
            letter.keyId(),
            letter.purpose().name(),
            letter.memberVersion(),
            letter.sealed(),
            letter.recordedAt().atOffset(ZoneOffset.UTC)
        };
    }

    /// They are needed no more: nothing of what was in them stays, here or on the way. Of a member who went with one
    /// nothing stays here either but what is published.
    public void empty(UUID cause) {
        empty(sql.list(FULL, MemberLetters::read, cause));
    }

    /// The same of some of those of a union to one node.
    ///
    /// @return false if there were none
    public boolean emptySome(UUID cause, UnitId from, String node) {
        List<MemberLetterState> some = sql.list(
                FULL + " and owner_union_id = ? and to_node = ? order by member_letter_id limit ?",
                MemberLetters::read,
                cause,
                from.value(),
                node,
                FEW);
        empty(some);
        return !some.isEmpty();
    }

    private void empty(List<MemberLetterState> full) {
        UUID[] ids = full.stream().map(MemberLetterState::id).toArray(UUID[]::new);
        Map<UUID, Long> versions = new HashMap<>();
        sql.list("""
                update member_letter set sealed = null, version = version + 1 where member_letter_id = any (?)
                returning member_letter_id, version
                """, row -> versions.put(row.getObject(1, UUID.class), row.getLong(2)), (Object) ids);
        log.append(full.stream()
                .map(each -> change(each.holding(null), Objects.requireNonNull(versions.get(each.id())), "emptied"))
                .toList());
        sql.one("select empty_letters_in_log(?)", row -> true, (Object) ids);
        forget(full.stream()
                .filter(each -> each.purpose() == Purpose.RECORD)
                .map(each -> each.memberId().value())
                .toList());
    }

    /// But not whoever has come back by now, and is at home here.
    private void forget(List<UUID> people) {
        List<UUID> gone = sql.list(
                "select member_id from member where member_id = any (?) and not written_here(owner_union_id)",
                row -> row.getObject(1, UUID.class),
                (Object) people.toArray(UUID[]::new));
        UUID[] records = members.recordsOf(gone).keySet().toArray(UUID[]::new);
        sql.change("delete from person_key where member_id = any (?)", (Object) records);
        sql.change(FORGET, (Object) records);
        sql.change(
                "update change_request set asked = '', answer = null, fields = '{}' where member_id = any (?)",
                (Object) records);
        sql.change("""
                update dues_exemption set reason = 'OTHER', decision_number = '', decision_date = valid_from,
                    decision_signer = null, created_as = ''
                where member_id = any (?) and not written_here(owner_union_id)
                """, (Object) records);
    }

    List<MemberLetterState> published(Collection<UUID> ids) {
        return sql.list(
                SELECT + "where member_letter_id = any (?)", MemberLetters::read, (Object) ids.toArray(UUID[]::new));
    }

    private Change change(MemberLetterState letter, long version, String happened) {
        return Change.of(
                MemberLetterState.TYPE,
                letter.id(),
                version,
                happened,
                LocalDate.now(clock),
                letter.ownerUnionId(),
                Audience.of(Set.of(letter.ownerUnionId(), letter.toUnionId())),
                letter);
    }

    private static MemberLetterState read(ResultSet row) throws SQLException {
        return new MemberLetterState(
                row.getObject(1, UUID.class),
                new UnitId(row.getObject(2, UUID.class)),
                new MemberId(row.getObject(3, UUID.class)),
                row.getObject(4, UUID.class),
                new UnitId(row.getObject(5, UUID.class)),
                row.getString(6),
                row.getObject(7, UUID.class),
                Purpose.valueOf(row.getString(8)),
                row.getLong(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class).toInstant());
    }
}
