package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Keeps every rule of an entity inside one package, where fields may be open to the package.
@Entity
class PlainRow {

    @Id
    long id;
}
