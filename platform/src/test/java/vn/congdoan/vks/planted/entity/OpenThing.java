package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Is known to others and leaves a field open to its package.
@Entity
public class OpenThing {

    @Id
    long id;

    OpenThing() {}
}
