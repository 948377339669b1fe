package vn.congdoan.vks.local.backup;

import java.nio.file.Path;
import vn.congdoan.vks.local.system.Place;

/// What a backup holds beside its manifest, and what the same things are called in a system's directory.
final class Contents {
    /// PostgreSQL's data directory: the databases of the three services and Keycloak's.
    static final String POSTGRES = "postgres";

    /// Says which demo was loaded, so belongs to the data.
    static final String DEMO_NOTE = "demo-loaded";

    private Contents() {}

    static Path postgres(Place place) {
        return place.directory().resolve(POSTGRES);
    }

    static Path demoNote(Place place) {
        return place.directory().resolve(DEMO_NOTE);
    }
}
