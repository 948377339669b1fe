package vn.congdoan.vks.welfare.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.goods.GoodsItem;
import vn.congdoan.vks.welfare.goods.KeptList;
import vn.congdoan.vks.welfare.ledger.AmountInWords;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.proof.Chained;

/// The receipts of contributions to our own funds.
@ApplicationScoped
class Receipts {

    private static final String OF = """
            select contribution.unit_id, receipt.year, receipt.number, name_on(contribution.unit_id, given_on), fund.name,
                coalesce(contribution.donor_name, member.full_name, name_on(donor_unit_id, given_on),
                    donor_member_id::text, donor_unit_id::text),
                contribution.amount, contribution.method, contribution.given_on,
                (select transfer_id from transfer where reverses = contribution.transfer_id), receipt.epoch,
                contribution.goods::text
            from contribution join fund using (fund_id)
            left join receipt using (contribution_id)
            left join directory_member member on member.member_id = donor_member_id
            where contribution_id = ? and written_here(contribution.owner_union_id)
            """;

    private static final int FIRST_EPOCH = 1;

    private final Sql sql;

    Receipts(Sql sql) {
        this.sql = sql;
    }

    void number(@Observes Chained chained) {
        UUID[] transfers = chained.transfers().stream().map(TransferId::value).toArray(UUID[]::new);
        if (transfers.length > 0) {
            sql.one("select number_receipts(?)", row -> true, (Object) transfers);
        }
    }

    /// A receipt and whose it is.
    ///
    /// @param number null: not numbered yet
    record Found(UnitId unit, @Nullable String number, ReceiptView view) {}

    /// Empty where there is no such contribution, or where its fund's books are written at another node.
    Optional<Found> of(ContributionId id) {
        return sql.one(OF, row -> read(id, row), id.value());
    }

    /// What sets the numbers of after a restore apart from those of before.
    private static String series(int epoch) {
        return epoch == FIRST_EPOCH ? "" : "-" + Integer.toString(epoch, 36).toUpperCase(Locale.ROOT);
    }

    private static Found read(ContributionId id, ResultSet row) throws SQLException {
        long number = row.getLong(3);
        String told = row.wasNull() ? null : "%05d/%d%s".formatted(number, row.getInt(2), series(row.getInt(11)));
        long amount = row.getLong(7);
        String goods = row.getString(12);
        UUID back = row.getObject(10, UUID.class);
        return new Found(
                new UnitId(row.getObject(1, UUID.class)),
                told,
                new ReceiptView(
                        id,
                        told == null ? "" : told,
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        amount,
                        AmountInWords.of(amount),
                        GivingMethod.valueOf(row.getString(8)),
                        goods == null ? null : KeptList.read(goods, GoodsItem.class),
                        row.getObject(9, LocalDate.class),
                        back == null ? null : new TransferId(back)));
    }
}
