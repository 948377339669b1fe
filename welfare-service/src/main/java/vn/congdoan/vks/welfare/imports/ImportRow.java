package vn.congdoan.vks.welfare.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.contribution.ContributionsInBulk;
import vn.congdoan.vks.welfare.contribution.NewContribution;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.layout.ImportField;
import vn.congdoan.vks.welfare.ledger.DonorKind;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A row of an import: what was read of it, and what becomes of it.
///
/// @param id of the contribution that it will be, given when it was read
/// @param transfer the id of that contribution's transfer
/// @param toldAs a keyed hash of what tells the movement of money from others; null where too little could be read
record ImportRow(
        ContributionId id,
        TransferId transfer,
        int line,
        RowStatus status,
        @Nullable LocalDate date,
        @Nullable Long amount,
        @Nullable String dateText,
        @Nullable String amountText,
        @Nullable String reference,
        @Nullable String description,
        @Nullable String name,
        @Nullable String note,
        @Nullable Donor donor,
        List<MemberId> candidates,
        List<Fault> faults,
        @Nullable String toldAs) {

    private static final String FIELDS = """
            contribution_id, transfer_id, line, status, given_on, amount, date_text, amount_text, reference, description,
            name, note, donor_kind, donor_member_id, donor_unit_id, donor_name, candidates, fault_fields, fault_rules,
            """;

    /// To be written.
    static final String COLUMNS = FIELDS + "told_as";

    /// To be read.
    static final String READ = FIELDS + "encode(told_as, 'hex')";

    ImportRow {
        candidates = List.copyOf(candidates);
        faults = List.copyOf(faults);
    }

    static ImportRow read(ResultSet row) throws SQLException {
        long amount = row.getLong(6);
        boolean hasAmount = !row.wasNull();
        return new ImportRow(
                new ContributionId(row.getObject(1, UUID.class)),
                new TransferId(row.getObject(2, UUID.class)),
                row.getInt(3),
                RowStatus.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                hasAmount ? amount : null,
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                donor(row),
                Arrays.stream((UUID[]) row.getArray(17).getArray())
                        .map(MemberId::new)
                        .toList(),
                faults(row),
                row.getString(20));
    }

    private static @Nullable Donor donor(ResultSet row) throws SQLException {
        String kind = row.getString(13);
        if (kind == null) {
            return null;
        }
        UUID member = row.getObject(14, UUID.class);
        UUID unit = row.getObject(15, UUID.class);
        return new Donor(
                DonorKind.valueOf(kind),
                member == null ? null : new MemberId(member),
                unit == null ? null : new UnitId(unit),
                row.getString(16));
    }

    private static List<Fault> faults(ResultSet row) throws SQLException {
        String[] fields = (String[]) row.getArray(18).getArray();
        String[] rules = (String[]) row.getArray(19).getArray();
        List<Fault> faults = new ArrayList<>();
        for (int each = 0; each < fields.length; each++) {
            faults.add(new Fault(ImportField.valueOf(fields[each]), rules[each]));
        }
        return faults;
    }

    /// Whether enough was read of it to be booked.
    boolean isReadable() {
        return date != null && amount != null;
    }

    /// Whether its day is one of those up to a day.
    boolean isNotAfter(Optional<LocalDate> day) {
        return date != null && day.isPresent() && !date.isAfter(day.get());
    }

    /// The contribution that it is to be.
    ContributionsInBulk.Gift gift(ContributionImport of) {
        return gift(of, Objects.requireNonNull(donor));
    }

    /// The contribution that it is to be, from another donor.
    ContributionsInBulk.Gift gift(ContributionImport of, Donor from) {
        NewContribution form = new NewContribution(
                of.fundId(),
                Objects.requireNonNull(amount),
                from,
                GivingMethod.of(of.method()),
                Objects.requireNonNull(date),
                of.planId(),
                of.driveId(),
                null,
                null);
        return new ContributionsInBulk.Gift(id, transfer, form);
    }

    /// The same row, told from others.
    ImportRow toldAs(@Nullable String told) {
        return new ImportRow(
                id,
                transfer,
                line,
                status,
                date,
                amount,
                dateText,
                amountText,
                reference,
                description,
                name,
                note,
                donor,
                candidates,
                faults,
                told);
    }

    /// The same row, found out about.
    ImportRow with(RowStatus become, @Nullable Donor from, List<MemberId> maybe, List<Fault> wrong) {
        return new ImportRow(
                id,
                transfer,
                line,
                become,
                date,
                amount,
                dateText,
                amountText,
                reference,
                description,
                name,
                note,
                from,
                maybe,
                wrong,
                toldAs);
    }
}
