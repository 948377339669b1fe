package vn.congdoan.vks.platform.access;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// A verified token of an account.
record AccountToken(String subject) implements JsonWebToken {

    @Override
    public String getName() {
        return subject;
    }

    @Override
    public Set<String> getClaimNames() {
        return Set.of("sub");
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // The interface leaves the type of a claim to who asks for it.
    public <T> @Nullable T getClaim(String name) {
        return name.equals("sub") ? (T) subject : null;
    }
}
