package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Has a setter.
@Entity
class SettableThing {

    @Id
    private long id;

    void setId(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }
}
