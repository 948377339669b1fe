package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.province.Provinces;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.BeanViolations;
import vn.congdoan.vks.platform.problem.JsonViolations;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;

/// Judges the rows of a bulk enrolment before anything is written: form, rules, scope, and what is in the record
/// already.
@ApplicationScoped
class EnrolmentCheck {

    private final ObjectMapper json;
    private final Validator validator;
    private final Units units;
    private final Provinces provinces;
    private final TakenNumbers taken;
    private final Turns turns;
    private final Caller caller;
    private final BodyHash hash;
    private final Sql sql;
    private final Clock clock;

    EnrolmentCheck(
            ObjectMapper json,
            Validator validator,
            Units units,
            Provinces provinces,
            TakenNumbers taken,
            Turns turns,
            Caller caller,
            BodyHash hash,
            Sql sql,
            Clock clock) {
        this.json = json;
        this.validator = validator;
        this.units = units;
        this.provinces = provinces;
        this.taken = taken;
        this.turns = turns;
        this.caller = caller;
        this.hash = hash;
        this.sql = sql;
        this.clock = clock;
    }

    List<EnrolmentRow> check(List<JsonNode> items) {
        List<EnrolmentRow> rows = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            rows.add(read(index, items.get(index)));
        }
        checkUnits(sound(rows));
        // Whoever enrols or applies at the same time waits here, so that what follows sees what they wrote.
        turns.toChange(
                Member.NUMBERS,
                sound(rows).stream().map(EnrolmentRow::union).distinct().toList());
        checkIds(sound(rows));
        taken.check(rows.stream().filter(EnrolmentRow::isToCreate).toList());
        return rows;
    }

    private EnrolmentRow read(int index, @Nullable JsonNode item) {
        if (item == null || !item.isObject()) {
            return EnrolmentRow.unreadable(index, null, JsonViolations.wrongType());
        }
        try {
            MemberForm form = json.treeToValue(item, MemberForm.class);
            EnrolmentRow row = EnrolmentRow.of(index, form);
            row.reject(BeanViolations.of(validator.validate(form)));
            if (row.isSound()) {
                row.reject(form.contradictions(LocalDate.now(clock)));
                row.reject(form.missingInEnrolment(LocalDate.now(clock)));
                row.warn(form.warnings(provinces.codes()));
            }
            return row;
        } catch (JacksonException unreadable) {
            Optional<MemberId> id = Ids.parse(item.path("id").asText()).map(MemberId::new);
            return EnrolmentRow.unreadable(index, id.orElse(null), JsonViolations.of(unreadable));
        }
    }

    private void checkUnits(List<EnrolmentRow> rows) {
        Map<UnitId, Boolean> permitted = new HashMap<>();
        for (EnrolmentRow row : rows) {
            UnitId id = row.form().unitId();
            boolean inScope =
                    permitted.computeIfAbsent(id, unit -> caller.reach(Permission.KEEP_MEMBERS, unit) == Reach.SCOPE);
            Optional<Unit> unit = inScope ? units.findByIdOptional(id) : Optional.empty();
            if (unit.isEmpty()) {
                row.reject("/unitId", "unit-out-of-scope");
            } else if (!unit.get().existsOn(LocalDate.now(clock))) {
                row.reject("/unitId", "unit-ended");
            } else if (unit.get().existsOn(row.placedSince())) {
                row.union(unit.get().unionOn(LocalDate.now(clock)));
            } else {
                row.reject("/placedSince", "unit-not-existing-then");
            }
        }
    }

    private void checkIds(List<EnrolmentRow> rows) {
        Map<UUID, byte[]> present = new HashMap<>();
        UUID[] ids = rows.stream().map(row -> row.requireId().value()).toArray(UUID[]::new);
        sql.list(
                "select member_id, created_as from member where member_id = any (?)",
                found -> present.put(found.getObject(1, UUID.class), found.getBytes(2)),
                (Object) ids);
        Set<UUID> inRequest = new HashSet<>();
        for (EnrolmentRow row : rows) {
            row.createdAs(hash.of(row.form()));
            byte[] before = present.get(row.requireId().value());
            if (!inRequest.add(row.requireId().value())) {
                row.reject("/id", "twice-in-request");
            } else if (before != null && Arrays.equals(before, row.createdAs())) {
                row.isPresent();
            } else if (before != null) {
                row.reject("/id", "already-exists");
            }
        }
    }

    private static List<EnrolmentRow> sound(List<EnrolmentRow> rows) {
        return rows.stream().filter(EnrolmentRow::isSound).toList();
    }
}
