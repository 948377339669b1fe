package vn.congdoan.vks.platform.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One of the states that a [Replica] takes, for what is worked out of it by the same code as at home.
public record TakenState(UUID id, JsonNode state) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param taken the JSON array
    public static List<TakenState> of(String taken) {
        try {
            List<TakenState> states = new ArrayList<>();
            JSON.readTree(taken)
                    .forEach(each -> states.add(
                            new TakenState(UUID.fromString(each.path("id").textValue()), each.path("state"))));
            return states;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("States that cannot be read", broken);
        }
    }
}
