package vn.congdoan.vks.acceptance.world;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Everything the tests sent or received that no log may ever hold: names, citizen ids, phones, addresses, tokens.
public final class UsedValues {

    private static final Set<String> VALUES = ConcurrentHashMap.newKeySet();

    private UsedValues() {}

    public static void remember(String value) {
        VALUES.add(value);
    }

    public static Set<String> all() {
        return Set.copyOf(VALUES);
    }
}
