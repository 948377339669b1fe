package vn.congdoan.vks.welfare.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows drives to those who read the funds' books.
@ApplicationScoped
class DriveViews {

    private final Drives drives;
    private final Caller caller;

    DriveViews(Drives drives, Caller caller) {
        this.drives = drives;
        this.caller = caller;
    }

    /// The drive, if the caller may know of it, or 404.
    Drive see(DriveId id) {
        Drive found = drives.require(id);
        caller.see(Permission.READ_FUNDS, found.unitId());
        return found;
    }

    /// One drive, or 404.
    Response show(DriveId id) {
        return shown(see(id));
    }

    Response shown(Drive found) {
        return Response.ok(view(found)).tag(tag(found)).build();
    }

    /// 201 for whoever opens it.
    Response created(Drive made) {
        return Created.at("/api/v1/drives/" + made.id(), view(made), tag(made));
    }

    /// 200 for whoever opens it once more.
    Response already(Drive made) {
        return Created.already(view(made), tag(made));
    }

    /// Shows each of these.
    Function<Drive, DriveView> each(List<Drive> some) {
        Map<DriveId, DriveProgress> progress =
                drives.progress(some.stream().map(Drive::id).toList());
        return drive -> drive.view(Objects.requireNonNull(progress.get(drive.id())));
    }

    private DriveView view(Drive drive) {
        return each(List.of(drive)).apply(drive);
    }

    /// What is given changes the drive's figures, and not the drive.
    private static EntityTag tag(Drive found) {
        return ETags.of(found.version(), "whole");
    }
}
