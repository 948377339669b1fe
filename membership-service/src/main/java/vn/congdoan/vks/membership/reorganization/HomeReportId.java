package vn.congdoan.vks.membership.reorganization;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names what a node answers to a reorganization.
@Embeddable
public record HomeReportId(
        @Column(name = "reorganization_report_id") @JsonValue
        UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
