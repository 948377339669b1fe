package vn.congdoan.vks.acceptance.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.acceptance.api.Identities;

/// An account at the identity provider with a real token, fetched anew before it expires.
public final class Account {

    /// Tokens of the console live five minutes.
    private static final Duration USED = Duration.ofMinutes(3);

    private final Identities identities;
    private final String login;
    private final String subject;
    private @Nullable String token;
    private Instant fetched = Instant.EPOCH;

    public Account(Identities identities, String login, String subject) {
        this.identities = identities;
        this.login = login;
        this.subject = subject;
    }

    /// The `sub` of its tokens.
    public String subject() {
        return subject;
    }

    public String login() {
        return login;
    }

    /// A token that is good for another while.
    public synchronized String token() {
        String known = token;
        if (known == null || Instant.now().isAfter(fetched.plus(USED))) {
            known = identities.token(login);
            UsedValues.remember(known);
            token = known;
            fetched = Instant.now();
        }
        return known;
    }

    @Override
    public String toString() {
        return login;
    }
}
