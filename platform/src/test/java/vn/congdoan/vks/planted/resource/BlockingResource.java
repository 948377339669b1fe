package vn.congdoan.vks.planted.resource;

import jakarta.ws.rs.Path;

/// Does not say that it runs on a virtual thread.
@Path("/api/v1/blocking-things")
class BlockingResource {}
