package vn.congdoan.vks.platform.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// Answers for records that were just created, or just were there already.
public final class Created {

    private Created() {}

    /// 201 with its address and ETag.
    public static Response at(String path, Object view, EntityTag tag) {
        return Response.created(URI.create(path)).entity(view).tag(tag).build();
    }

    /// 200 with its address and ETag: an equal creation, repeated, where the request does not name the record.
    public static Response already(String path, Object view, EntityTag tag) {
        return Response.ok(view).location(URI.create(path)).tag(tag).build();
    }

    /// 200 with the ETag: an equal creation, repeated.
    public static Response already(Object view, EntityTag tag) {
        return Response.ok(view).tag(tag).build();
    }
}
