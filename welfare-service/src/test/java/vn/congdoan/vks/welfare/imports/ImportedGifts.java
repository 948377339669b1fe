package vn.congdoan.vks.welfare.imports;

import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.restassured.response.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.Organization;

/// A fund, a layout, and some members whose gifts are imported.
final class ImportedGifts {

    final String fund = fund(QNG);
    final String layout = kept(QNG);
    final UUID an;
    final UUID an2;
    final UUID binh;

    private final Sql sql;
    private int number;

    ImportedGifts(Sql sql) {
        this.sql = sql;
        this.an = person(QNG_01, "Nguyễn Văn Ân Kê");
        this.an2 = person(QNG_02, "Nguyễn Văn An Kê");
        this.binh = person(QNG_02, "Trần Thị Bình Kê");
    }

    void leave() {
        sql.change("delete from directory_member where full_name like '% Kê'");
    }

    Response uploaded(String... rows) {
        Response made = upload(as("ACCOUNTANT", QNG), fund, layout, HEADERS + String.join("", rows));
        made.then().statusCode(201);
        return made;
    }

    /// A row of a day in February 2026, of a movement of its own.
    String row(String amount, String description, String name, String member) {
        number++;
        return "26/02/2026;FT%s-%d;%s;%s;%s;%s\n".formatted(fund, number, amount, description, name, member);
    }

    UUID person(Organization unit, String name) {
        UUID id = UUID.randomUUID();
        member(id, unit, name, "2010-01-01", null);
        return id;
    }

    void member(UUID id, Organization unit, String name, String from, @Nullable String to) {
        Organization union = unit.name().startsWith("NAN") ? NAN : QNG;
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                values (?, 1, 1, ?, ?, ?, 'ACTIVE', jsonb_build_object('placements', jsonb_build_array(
                    jsonb_strip_nulls(jsonb_build_object('unitId', ?::text, 'validFrom', ?::text, 'validTo', ?::text)))))
                """, id, union.id(), unit.id(), name, unit.id().toString(), from, to);
    }
}
