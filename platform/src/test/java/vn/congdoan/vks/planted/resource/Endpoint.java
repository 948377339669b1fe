package vn.congdoan.vks.planted.resource;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;

/// Is not called a resource.
@Path("/api/v1/endpoints")
@RunOnVirtualThread
class Endpoint {}
