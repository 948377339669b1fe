package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Lets everybody make an empty one.
@Entity
class HollowThing {

    @Id
    private long id;

    public HollowThing() {}

    long id() {
        return id;
    }
}
