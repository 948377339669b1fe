package vn.congdoan.vks.membership.reorganization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// What a reorganization is made from.
@Schema(description = "A change of the organization by decision", examples = NewReorganization.EXAMPLE)
public record NewReorganization(
        @NotNull ReorganizationKind kind,

        @NotNull @Schema(description = "First day on which it holds", examples = "2025-07-01")
        LocalDate effectiveDate,

        @NotNull @Valid Decision decision,

        @NotEmpty
        @Size(max = 50)
        @Schema(description = "The units that it is about; for RENAME and SPLIT one, for DISSOLVE with all below them")
        List<@NotNull UnitId> predecessors,

        @Size(max = 20)
        @Schema(
                description =
                        "What comes after them: for MERGE one, for SPLIT two or more (the unit itself may be the first),"
                                + " for DISSOLVE none, or the one that takes the members")
        List<@NotNull @Valid Successor> successors,

        @Schema(description = "Only for REPARENT: the new unit above", nullable = true) @Nullable
        UnitId parentId,

        @Size(max = 20)
        @Pattern(regexp = "[A-Z0-9]+(-[A-Z0-9]+)*")
        @Schema(description = "Only for RENAME: the new code", examples = "QNG-27", nullable = true)
        @Nullable
        String code,

        @Size(min = 1, max = 200) @Schema(description = "Only for RENAME: the new name", nullable = true) @Nullable
        String name) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "kind": "MERGE",
              "effectiveDate": "2025-07-01",
              "decision": {"number": "202/2025/QH15", "date": "2025-06-12", "signer": "Quốc hội"},
              "predecessors": ["019366a0-0000-7000-8000-000000000062"],
              "successors": [{"unitId": "019366a0-0000-7000-8000-000000000051"}]
            }
            """;

    public NewReorganization {
        predecessors = predecessors == null ? null : List.copyOf(predecessors);
        successors = successors == null ? List.of() : List.copyOf(successors);
    }

    /// The same about other members.
    NewReorganization withMembers(UnaryOperator<List<MemberId>> named) {
        List<Successor> naming = successors.stream()
                .map(each -> new Successor(each.unitId(), each.founded(), each.units(), named.apply(each.members())))
                .toList();
        return new NewReorganization(kind, effectiveDate, decision, predecessors, naming, parentId, code, name);
    }

    /// What is left of it where it has been done in part: units that have ended by now need nothing more, and units
    /// that have been founded are there. Empty: nothing.
    Optional<NewReorganization> leftOf(UnitsOnDay units) {
        List<UnitId> lasting = predecessors.stream()
                .filter(each -> units.find(each).isPresent())
                .toList();
        List<Successor> known = successors.stream()
                .map(each -> each.leftOf(units, predecessors))
                .toList();
        return lasting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new NewReorganization(kind, effectiveDate, decision, lasting, known, parentId, code, name));
    }

    /// All members that it names.
    List<MemberId> members() {
        return successors.stream().flatMap(each -> each.members().stream()).toList();
    }

    /// A unit that comes after others: one that exists, or a new one.
    ///
    /// @param units for SPLIT: the units directly below that go to it; the others go to the first successor
    /// @param members for SPLIT: the members that go to it; the others go to the first successor
    @Schema(name = "Successor", description = "A unit that comes after others: one that exists, or a new one")
    public record Successor(
            @Schema(description = "An existing unit", nullable = true) @Nullable
            UnitId unitId,

            @Valid @Schema(description = "A new unit", nullable = true) @Nullable
            FoundedUnit founded,

            @Size(max = 1000)
            @Schema(description = "Only for SPLIT: units directly below that go to it; the others go to the first")
            List<@NotNull UnitId> units,

            @Size(max = 10_000)
            @Schema(
                    description =
                            "Only for SPLIT: members that go to it; the others go to the first. Shown to those who may"
                                    + " read these members")
            List<@NotNull MemberId> members) {

        public Successor {
            units = units == null ? List.of() : List.copyOf(units);
            members = members == null ? List.of() : List.copyOf(members);
        }

        boolean namesOneUnit() {
            return (unitId == null) != (founded == null);
        }

        /// A unit that it is to take and has taken by now is no longer below one of those that end.
        private Successor leftOf(UnitsOnDay onDay, List<UnitId> predecessors) {
            List<UnitId> waiting = units.stream()
                    .filter(each -> onDay.find(each)
                            .filter(unit -> predecessors.contains(unit.parentId()))
                            .isPresent())
                    .toList();
            boolean isThere = onDay.find(id()).isPresent();
            return isThere
                    ? new Successor(id(), null, waiting, members)
                    : new Successor(unitId, founded, waiting, members);
        }

        UnitId id() {
            return unitId == null ? Objects.requireNonNull(founded).id() : unitId;
        }
    }

    /// A unit that the reorganization makes.
    @Schema(name = "FoundedUnit", description = "A unit that the reorganization makes")
    public record FoundedUnit(
            @NotNull @Schema(description = "Its id, made by the client")
            UnitId id,

            @NotNull UnitKind kind,

            @NotNull @Schema(description = "The unit above") UnitId parentId,

            @NotNull
            @Size(max = 20)
            @Pattern(regexp = "[A-Z0-9]+(-[A-Z0-9]+)*")
            @Schema(description = "Code", examples = "QNG-27")
            String code,

            @NotBlank @Size(max = 200) @Schema(description = "Name", examples = "Công đoàn bộ phận VKSND khu vực 7")
            String name) {}
}
