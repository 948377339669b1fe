package vn.congdoan.vks.membership.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.directory.DirectoryTables;

/// The directory where its facts are kept: always up to date, so a right ends with its record.
@ApplicationScoped
class OwnDirectory implements Directory {

    private final DirectoryTables tables;

    OwnDirectory(DirectoryTables tables) {
        this.tables = tables;
    }

    @Override
    public Standing standing(Principal principal) {
        return tables.standing(principal);
    }

    @Override
    public Standing freshStanding(Principal principal) {
        return tables.standing(principal);
    }

    @Override
    public Optional<UnitPlace> place(UnitId unit) {
        return tables.place(unit);
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        return tables.subtree(unit);
    }

    @Override
    public Set<UnitId> unitsOfMembers(UnitId unit, LocalDate day) {
        return tables.unitsOfMembers(unit, day);
    }

    @Override
    public Set<UnitId> overseen(UnitId union) {
        return tables.overseen(union);
    }
}
