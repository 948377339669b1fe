package vn.congdoan.vks.platform.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How a test steers [PlayedMembership] and sees what it was asked. It lives in the system properties because the test
/// and the server may be loaded by different class loaders.
public final class PlayedState {

    private static final String KEY = "vks.test.played-membership";
    private static final String AWAY = "away";
    private static final String ENDED = "ended:";
    private static final String ASKED = "asked:";

    private PlayedState() {}

    /// Membership-service no longer answers.
    public static void goAway() {
        state().put(AWAY, 1);
    }

    /// Membership-service answers again.
    public static void comeBack() {
        state().remove(AWAY);
    }

    /// All assignments of the account end.
    public static void end(String subject) {
        state().put(ENDED + subject, 1);
    }

    /// How often a path was asked for.
    public static int asked(String path) {
        return state().getOrDefault(ASKED + path, 0);
    }

    static void reset() {
        state().clear();
    }

    static void count(String path) {
        state().merge(ASKED + path, 1, Integer::sum);
    }

    static boolean isAway() {
        return state().containsKey(AWAY);
    }

    static boolean hasEnded(String subject) {
        return state().containsKey(ENDED + subject);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> state() {
        return (Map<String, Integer>)
                System.getProperties().computeIfAbsent(KEY, absent -> new ConcurrentHashMap<String, Integer>());
    }
}
