package vn.congdoan.vks.welfare.goods;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// A list as it is kept in one column of a record.
public final class KeptList {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private KeptList() {}

    public static String written(List<?> some) {
        try {
            return JSON.writeValueAsString(some);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static <T> List<T> read(String written, Class<T> each) {
        try {
            return JSON.readValue(written, JSON.getTypeFactory().constructCollectionType(List.class, each));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
