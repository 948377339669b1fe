package vn.congdoan.vks.membership.assignment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names an assignment.
@Embeddable
public record AssignmentId(
        @Column(name = "assignment_id") @JsonValue UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
