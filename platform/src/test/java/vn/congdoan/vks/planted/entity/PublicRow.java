package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Leaves a field open to everybody.
@Entity
class PublicRow {

    @Id
    public long id;
}
