package vn.congdoan.vks.gateway.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where the central node is and how this one logs in there. Without an address there is no link.
@ConfigMapping(prefix = "vks.sync")
interface LinkSettings {

    /// The central node's gateway.
    Optional<URI> centralUrl();

    /// Where the central node's Keycloak gives tokens.
    Optional<URI> tokenUrl();

    /// This node's account there.
    Optional<String> clientId();

    /// Its secret.
    Optional<String> clientSecret();

    /// How many changes to ask for at a time, at most.
    @WithDefault("1000")
    int batch();

    /// How long a node that has read everything waits for more before it is answered.
    @WithName("wait")
    @WithDefault("5s")
    Duration patience();

    /// How often a node looks whether records move to it.
    @WithDefault("2s")
    Duration look();
}
