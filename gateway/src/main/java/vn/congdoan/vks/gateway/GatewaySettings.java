package vn.congdoan.vks.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The limits that the gateway keeps. There is one for everything a client or a service could make grow.
@ConfigMapping(prefix = "vks.gateway")
public interface GatewaySettings {

    /// The largest request body that is passed on.
    @WithDefault("2M")
    MemorySize maxBodySize();

    /// The largest file that is attached to something; the service that takes it has the same limit.
    @WithDefault("10M")
    MemorySize maxFileSize();

    /// The largest sum of request header names and values. The HTTP server's own hard limit
    /// (`quarkus.http.limits.max-header-size`) lies above it and knows no problem details.
    @WithDefault("16K")
    MemorySize maxHeaderSize();

    /// How long a service may take, from the whole request to the head of its answer.
    @WithDefault("10s")
    Duration requestTimeout();

    /// How long a client may take to send a request body.
    @WithDefault("60s")
    Duration uploadTimeout();

    /// How long a client may take to send a file.
    @WithDefault("180s")
    Duration fileTimeout();

    /// How long a streamed answer may stand still, whichever side is slow.
    @WithDefault("30s")
    Duration stallTimeout();

    /// How long a composed view waits for its parts.
    @WithDefault("3s")
    Duration composedTimeout();

    /// The largest answer of one service that a composed view reads.
    @WithDefault("4M")
    MemorySize maxPartSize();

    /// How long to wait for a connection to a service.
    @WithDefault("2s")
    Duration connectTimeout();

    /// Connections to each service.
    @WithDefault("64")
    int maxConnections();

    /// Requests that may wait for a connection to one service; more are refused at once.
    @WithDefault("256")
    int maxWaiting();
}
