package vn.congdoan.vks.platform.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Reads what is kept of many records, as many at a time as one query bears.
public final class Held {

    private static final int AT_A_TIME = 1000;

    private Held() {}

    /// @param find the entities of some ids, with everything that their states tell
    public static <E> Map<UUID, Record> of(
            Collection<UUID> ids,
            Function<List<UUID>, List<E>> find,
            Function<E, UUID> id,
            Function<E, ? extends Record> state) {
        List<UUID> all = new ArrayList<>(ids);
        Map<UUID, Record> held = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<UUID> some = all.subList(from, Math.min(from + AT_A_TIME, all.size()));
            find.apply(some).forEach(each -> held.put(id.apply(each), state.apply(each)));
        }
        return held;
    }
}
