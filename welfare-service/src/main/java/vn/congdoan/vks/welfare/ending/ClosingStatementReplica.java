package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;
import vn.congdoan.vks.welfare.ledger.ReplicaBooks;

/// Keeps the closing statements of other nodes.
@ApplicationScoped
class ClosingStatementReplica implements Replica {

    private static final String KEEP = Upsert.into("closing_statement", "statement_id")
            .uuid("owner_union_id", "ownerUnionId")
            .set("unit_ids", "array(select jsonb_array_elements_text(state->'unitIds')::uuid)")
            .date("stated_on", "statedOn")
            .recordedAt()
            .createdAsNothing()
            .statementOfOnce();

    private static final String CLOSE = """
            insert into closed_unit (unit_id, statement_id)
            select unit::uuid, id from %s cross join jsonb_array_elements_text(state->'unitIds') as unit
            on conflict do nothing
            """.formatted(TAKEN);

    private final Sql sql;
    private final ClosingStatements statements;
    private final ReplicaBooks books;

    ClosingStatementReplica(Sql sql, ClosingStatements statements, ReplicaBooks books) {
        this.sql = sql;
        this.statements = statements;
        this.books = books;
    }

    @Override
    public AggregateType type() {
        return ClosingStatementState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").units("unitIds");
    }

    @Override
    public void apply(String taken) {
        books.applying(() -> {
            sql.change(KEEP, taken);
            sql.change(CLOSE, taken);
        });
    }

    @Override
    public void withdraw(UUID[] ids) {
        books.applying(() -> sql.one("select forget_closing_statements(?)", row -> true, (Object) ids));
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        List<ClosingStatement> found = statements.among(ids);
        Map<ClosingStatementId, List<FundMoveState>> moves = statements.moves(found);
        return found.stream()
                .collect(Collectors.toMap(
                        each -> each.id().value(), each -> each.state(moves.getOrDefault(each.id(), List.of()))));
    }
}
