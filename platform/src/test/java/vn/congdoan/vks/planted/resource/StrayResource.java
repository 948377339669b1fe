package vn.congdoan.vks.planted.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;

/// Stands outside the public API and outside what is internal.
@Path("/api/v10/stray-things")
@RunOnVirtualThread
class StrayResource {}
