package vn.congdoan.vks.planted.injection;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// Gets what it needs in every other way.
class InjectedAnywhere {

    @Inject
    @Nullable
    Clock injected;

    @ConfigProperty(name = "planted")
    @Nullable
    String configured;

    @RestClient
    @Nullable
    Runnable qualified;

    @PersistenceContext
    @Nullable
    AutoCloseable persistent;

    @Context
    @Nullable
    Runnable contextual;

    @Inject
    void initialize(Runnable initializer) {
        initializer.run();
    }
}
