package vn.congdoan.vks.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.RunTimeRole;

/// What the role under which the service works can do to the past: nothing, and it cannot give itself more rights.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class RunTimeRightsTest {

    private static final String NO_RIGHT = "42501";
    private static final String REFUSED = "23001";

    /// What is written once: a row comes, and neither changes nor goes.
    static final List<String> WRITTEN_ONCE = List.of(
            "account",
            "account_balance",
            "account_day",
            "audit_entry",
            "change",
            "change_epoch",
            "change_head",
            "change_pending",
            "chart_account",
            "closed_unit",
            "closing_statement",
            "contribution",
            "flyway_schema_history",
            "fund_move",
            "fund_promise",
            "goods_issue",
            "goods_issue_item",
            "goods_item",
            "payable_transfer",
            "period_fund",
            "posting",
            "promise",
            "proof_link",
            "receipt",
            "tet_day",
            "transfer");

    /// What even may not be added but by the functions that act for the owner.
    private static final Set<String> KEPT = Set.of(
            "account",
            "account_balance",
            "account_day",
            "change",
            "change_epoch",
            "change_head",
            "chart_account",
            "flyway_schema_history",
            "fund_promise",
            "promise",
            "receipt",
            "tet_day");

    private static final Pattern NAMES = Pattern.compile("'([a-z_]+)( \\([^)]*\\))?'");

    private static String fund = "";

    /// One for all tests: lists of funds have their limits.
    @BeforeEach
    void a_fund_with_books() {
        if (!fund.isEmpty()) {
            return;
        }
        fund = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 100)).then().statusCode(201);
        post(as("ACCOUNTANT", QNG), fund, MoneyRequests.expense(10)).then().statusCode(201);
    }

    @ParameterizedTest
    @FieldSource("WRITTEN_ONCE")
    void what_is_written_once_can_neither_be_changed_nor_taken_away(String table) throws SQLException {
        String column = one("""
                select attname from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and attgenerated = '' and attidentity = '' limit 1
                """.formatted(table));
        for (String statement : List.of(
                "update %1$s set %2$s = %2$s",
                "delete from %s",
                "truncate %s",
                "truncate %s cascade",
                "merge into %1$s using (select 1) one on true when matched then delete",
                "insert into %1$s (%2$s) select %2$s from %1$s on conflict do nothing",
                "begin; lock table %s in exclusive mode",
                "select from %s for update",
                "alter table %s disable trigger all",
                "alter table %s disable trigger user",
                "alter table %s add column more int",
                "alter table %s drop column %s",
                "alter table %s owner to current_user",
                "drop table %s",
                "drop table %s cascade",
                "create trigger mine before insert on %s for each row execute function refuse_change()",
                "create rule mine as on insert to %s do instead nothing",
                "create index mine on %s ((1))")) {
            if (statement.startsWith("insert") && !KEPT.contains(table)) {
                continue;
            }
            denied(statement.formatted(table, column));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set session_replication_role = replica",
                "set role service",
                "set role postgres",
                "set session authorization service",
                "alter role current_user superuser",
                "alter role service password 'mine'",
                "grant service to current_user",
                "create table mine (number int)",
                "create temporary table mine (number int)",
                "create function mine() returns int language sql as 'select 1'",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "create view mine as select 1",
                "create schema mine",
                "create extension pgcrypto",
                "create database mine",
                "alter function keep_the_books() security invoker",
                "alter function refuse_change() owner to current_user",
                "drop function refuse_change() cascade",
                "drop trigger posting_keeps_the_books on posting",
                "alter view standing_contribution owner to current_user",
                "update standing_contribution set amount = 1",
                "delete from standing_contribution",
                "copy transfer from program 'true'",
                "copy transfer to '/tmp/transfers'",
                "alter system set fsync = off",
                "select begin_epoch()",
                "update period set last_day = '2020-01-31'",
                "update period set created_as = ''",
                "delete from period",
                "update fund set owner_union_id = fund_id",
                "update fund set created_as = ''",
                "delete from fund",
                "select lo_import('/etc/hostname')",
                "select pg_read_file('PG_VERSION')"
            })
    void the_role_gives_itself_no_rights(String statement) {
        denied(statement);
    }

    @Test
    void the_setting_that_replicas_are_written_with_opens_nothing_of_our_own() throws SQLException {
        String own = "(select array_agg(transfer_id) from transfer where fund_id = '%s')".formatted(fund);
        for (String statement : List.of(
                "select forget_transfers(%s)".formatted(own),
                "select forget_books(array['%s'::uuid])".formatted(fund),
                "select forget_contributions((select array_agg(contribution_id) from contribution where fund_id = '%s'))"
                        .formatted(fund),
                """
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, money_in, money_out, kept_since)
                    values (uuidv7(), '%s', '2020-01-01', now(), 'INCOME', 5, 0, now())
                    returning transfer_id, fund_id
                )
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, amount
                from head cross join (values (1, 'CASH', 5), (2, 'INCOME/OTHER', -5)) as side (line, name, amount)
                join account using (fund_id, name)
                """.formatted(fund),
                """
                select bring_promises(jsonb_build_array(jsonb_build_object('promise_id', uuidv7(), 'fund_id', '%s',
                    'purpose', 'OTHER', 'amount', 5, 'state', 'POSTED')))
                """.formatted(fund))) {
            SQLException refused = assertThrows(SQLException.class, () -> applying(statement), statement);
            assertEquals(REFUSED, refused.getSQLState(), refused.getMessage());
        }
        applying("""
                select bring_transfers(jsonb_agg(to_jsonb(transfer) || '{"actor": "another", "text": "another"}'))
                from transfer where fund_id = '%s'
                """.formatted(fund));
        applying("""
                select bring_contributions(jsonb_agg(to_jsonb(contribution) || '{"donor_name": "another"}'))
                from contribution where fund_id = '%s'
                """.formatted(fund));
        assertEquals(
                "0",
                one("select count(*) from transfer where fund_id = '%s' and (actor = 'another' or text = 'another')"
                        .formatted(fund)));
        assertEquals("0", one("select count(*) from contribution where donor_name = 'another'"));
        assertEquals(90, balance(QNG, fund));
    }

    @Test
    void every_table_is_append_only_or_named_among_those_that_change() throws Exception {
        Set<String> named = new TreeSet<>(changing("db/platform/R__rights.sql", "changing_in_all", "kept_in_all"));
        named.addAll(changing("db/migration/afterMigrate__rights.sql", "changing =>", "kept =>"));
        Set<String> changing = new TreeSet<>();
        for (String each : list("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
                    and (has_any_column_privilege('service_app', oid, 'update') or has_table_privilege('service_app', oid, 'delete'))
                """)) {
            changing.add(each);
        }
        assertEquals(named, changing);
        WRITTEN_ONCE.forEach(each -> assertFalse(changing.contains(each), each));
        assertEquals(List.of(), list("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
                            and (has_table_privilege('service_app', oid, 'truncate, references, trigger, maintain')
                                or pg_has_role('service_app', relowner, 'member'))
                        """));
        Set<String> added = new TreeSet<>(list("""
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
                    and not has_table_privilege('service_app', oid, 'insert')
                """));
        assertEquals(new TreeSet<>(KEPT), added);
        assertEquals(List.of(), list("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
                            and (relispartition or relkind = 'v') and has_table_privilege('service_app', oid, 'insert')
                        """));
    }

    @Test
    void a_table_that_comes_later_can_be_read_and_nothing_more_until_somebody_says_so() throws SQLException {
        try (Connection owner = RunTimeRole.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table came_later (number int)");
            try {
                assertEquals("0", one("select count(*) from came_later"));
                denied("insert into came_later values (1)");
                denied("delete from came_later");
            } finally {
                statement.execute("drop table came_later");
            }
        }
    }

    @Test
    void a_function_that_acts_for_the_owner_looks_for_nothing_in_the_callers_schemas() throws SQLException {
        assertEquals(List.of(), list("""
                        select proname from pg_proc
                        where pronamespace = 'public'::regnamespace and prosecdef
                            and not coalesce(proconfig, '{}') @> '{"search_path=public, pg_temp"}'
                        """));
        assertTrue(list("select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace")
                .contains("keep_the_books"));
    }

    private static Set<String> changing(String file, String from, String to) throws IOException, SQLException {
        try (InputStream in = RunTimeRightsTest.class.getClassLoader().getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String named = text.substring(text.indexOf(from), text.indexOf(to));
            return new TreeSet<>(NAMES.matcher(named)
                    .results()
                    .map((MatchResult each) -> each.group(1))
                    .toList());
        }
    }

    private static void denied(String statement) {
        SQLException denied = assertThrows(SQLException.class, () -> execute(statement), statement);
        assertEquals(NO_RIGHT, denied.getSQLState(), statement + ": " + denied.getMessage());
    }

    private static void applying(String statement) throws SQLException {
        try (Connection connection = RunTimeRole.connect();
                Statement open = connection.createStatement()) {
            connection.setAutoCommit(false);
            open.execute("set local vks.applying = 'on'");
            open.execute(statement);
            connection.commit();
        }
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = RunTimeRole.connect();
                Statement open = connection.createStatement()) {
            open.execute("set lock_timeout = '5s'");
            open.execute(statement);
        }
    }

    private static String one(String query) throws SQLException {
        return list(query).getFirst();
    }

    private static List<String> list(String query) throws SQLException {
        try (Connection connection = RunTimeRole.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }
}
