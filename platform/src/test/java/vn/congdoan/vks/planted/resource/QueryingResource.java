package vn.congdoan.vks.planted.resource;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

/// Asks the database by itself, through entities.
@Path("/api/v1/querying-things")
class QueryingResource {

    private final EntityManager entities;

    QueryingResource(EntityManager entities) {
        this.entities = entities;
    }

    void forget() {
        entities.clear();
    }
}
