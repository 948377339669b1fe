package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;

/// Seals and opens sensitive data of persons. Each person has a key of its own, wrapped by one derived from the master
/// key; a box or a key that was moved to another person's row does not open.
@ApplicationScoped
class PersonVault {

    private final EntityManager entities;
    private final ObjectMapper json;
    private final SecretKey wrapping;
    private final SecretKey hashing;

    PersonVault(EntityManager entities, ObjectMapper json, MasterKey master) {
        this.entities = entities;
        this.json = json;
        this.wrapping = master.derive("person-key");
        this.hashing = master.derive("citizen-id");
    }

    /// A new person's key, not yet stored.
    PersonKey newKey(MemberId person) {
        byte[] key = Sealing.newKey().getEncoded();
        return new PersonKey(person, wrapped(person, key));
    }

    SealedPart sealed(MemberId person, PersonKey key, Sensitive data) {
        try {
            byte[] plain = json.writeValueAsBytes(data);
            return new SealedPart(
                    Sealing.seal(unwrap(person, key), plain, context(person, "data")), citizenIdHash(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Seals with the key that the person already has.
    SealedPart sealed(MemberId person, Sensitive data) {
        return sealed(person, keyOf(person), data);
    }

    /// What [#sealed] sealed; nothing where it was erased, or stayed at another node.
    Sensitive open(MemberId person, byte[] sealed) {
        return sealed.length == 0 ? Sensitive.NONE : open(person, keyOf(person), sealed);
    }

    Sensitive open(MemberId person, PersonKey key, byte[] sealed) {
        try {
            byte[] plain = Sealing.open(unwrap(person, key), sealed, context(person, "data"));
            return json.readValue(plain, Sensitive.class);
        } catch (SealingBroken | IOException broken) {
            throw new IllegalStateException("Sensitive data of member " + person + " does not open", broken);
        }
    }

    /// Seals something else about the person, which goes with the key as well.
    ///
    /// @param box names what is sealed; it opens under the same name only
    byte[] seal(MemberId person, String box, Object data) {
        try {
            return Sealing.seal(unwrap(person, keyOf(person)), json.writeValueAsBytes(data), context(person, box));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Opens what [#seal] sealed; empty once the person's key was destroyed, and where it stayed at another node.
    <T> Optional<T> open(MemberId person, String box, byte[] sealed, Class<T> type) {
        PersonKey key = entities.find(PersonKey.class, person);
        if (key == null || sealed.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Sealing.open(unwrap(person, key), sealed, context(person, box)), type));
        } catch (SealingBroken | IOException broken) {
            throw new IllegalStateException(box + " of member " + person + " does not open", broken);
        }
    }

    /// The person's key itself, which nobody but the node to which the person moves may see.
    byte[] unwrapped(MemberId person, byte[] wrapped) {
        return unwrap(person, new PersonKey(person, wrapped)).getEncoded();
    }

    /// A person's key that came from another node, as it is kept here.
    byte[] wrapped(MemberId person, byte[] key) {
        return Sealing.seal(wrapping, key, context(person, "key"));
    }

    /// Finds a person again by the citizen id without keeping it in clear.
    byte @Nullable [] citizenIdHash(Sensitive data) {
        String citizenId = data.citizenId();
        return citizenId == null ? null : MasterKey.keyedHash(hashing, citizenId.getBytes(StandardCharsets.US_ASCII));
    }

    private PersonKey keyOf(MemberId person) {
        PersonKey key = entities.find(PersonKey.class, person);
        if (key == null) {
            throw new IllegalStateException("No key of member " + person);
        }
        return key;
    }

    private SecretKey unwrap(MemberId person, PersonKey key) {
        try {
            return Sealing.keyOf(Sealing.open(wrapping, key.wrapped(), context(person, "key")));
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The key of member " + person + " does not open", broken);
        }
    }

    private static byte[] context(MemberId person, String what) {
        return (person + "/" + what).getBytes(StandardCharsets.US_ASCII);
    }
}
