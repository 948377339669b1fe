package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Keeps every rule of an entity that others know.
@Entity
public class OrderlyThing {

    @Id
    private long id;

    private boolean settled;

    OrderlyThing() {}

    private OrderlyThing(long id) {
        this.id = id;
    }

    static OrderlyThing open(long id) {
        return new OrderlyThing(id);
    }

    void settle() {
        settled = id > 0;
    }

    boolean isSettled() {
        return settled;
    }
}
