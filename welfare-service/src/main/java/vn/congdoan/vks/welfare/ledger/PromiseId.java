package vn.congdoan.vks.welfare.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Names a promise of a fund.
@Embeddable
public record PromiseId(
        @Column(name = "promise_id") @JsonValue UUID value) implements Serializable {

    static @Nullable PromiseId orNull(@Nullable UUID value) {
        return value == null ? null : new PromiseId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
