package vn.congdoan.vks.membership.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Assignment;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;

/// Who the caller is.
@Path("/api/v1/me")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "me", description = "The caller")
public class MeResource {

    private static final String ME = """
            {
              "principal": {"issuer": "congdoan", "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001"},
              "assignments": [{
                "id": "019366a0-0000-7000-8000-000000000201",
                "role": "CASHIER",
                "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
                "permissions": ["READ_UNITS", "READ_MEMBERS", "READ_FUNDS"]
              }],
              "member": null
            }
            """;

    private final Caller caller;
    private final Units units;
    private final MemberPlaces members;
    private final Clock clock;

    MeResource(Caller caller, Units units, MemberPlaces members, Clock clock) {
        this.caller = caller;
        this.units = units;
        this.members = members;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.KNOW_MYSELF)
    @Transactional
    @Operation(
            summary = "Read who I am",
            description = "My account, my assignments in force with what they permit, and the member I am linked to.")
    public Me getMe() {
        List<MyAssignment> assignments =
                caller.standing().assignments().stream().map(this::view).toList();
        return new Me(caller.principal(), assignments, view(caller.standing().member()));
    }

    private MyAssignment view(Assignment assignment) {
        UnitRef unit = unit(assignment.unitId());
        List<Permission> permissions = Arrays.stream(Permission.values())
                .filter(permission -> permission.inScope().contains(assignment.role()))
                .filter(permission -> !permission.isCentralOnly() || unit.kind() == UnitKind.CENTRAL_UNION)
                .toList();
        return new MyAssignment(assignment.id(), assignment.role(), unit, permissions);
    }

    private @Nullable MyRecord view(@Nullable LinkedMember member) {
        return member == null
                ? null
                : new MyRecord(member.id(), members.requireName(member.id()), unit(member.unitId()));
    }

    private UnitRef unit(UnitId id) {
        return units.require(id).refOn(LocalDate.now(clock));
    }

    /// The caller.
    @Schema(description = "Who the caller is and what that account may do", examples = ME)
    public record Me(
            Principal principal,
            @Schema(description = "In force today") List<MyAssignment> assignments,

            @Schema(description = "The member whose account this is; null where none is linked", nullable = true)
            @Nullable
            MyRecord member) {}

    /// An assignment in force.
    @Schema(description = "An assignment in force")
    public record MyAssignment(
            UUID id,
            Role role,
            UnitRef unit,

            @Schema(description = "What the role permits at the unit and below it inside the union")
            List<Permission> permissions) {}

    /// The linked member.
    @Schema(description = "The member whose account this is")
    public record MyRecord(
            MemberId id,

            @Schema(description = "Full name", examples = "Nguyễn Thị Minh Anh")
            String fullName,

            UnitRef unit) {}
}
