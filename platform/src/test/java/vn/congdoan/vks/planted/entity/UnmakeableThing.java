package vn.congdoan.vks.planted.entity;

import jakarta.persistence.Embeddable;

/// Cannot be made by the framework.
@Embeddable
class UnmakeableThing {

    private final long amount;

    UnmakeableThing(long amount) {
        this.amount = amount;
    }

    long amount() {
        return amount;
    }
}
