package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sync.KnownNode;

/// Pages as they travel: compressed, then sealed to the receiver's key, for one service and one hand-over of a node.
@ApplicationScoped
class Letters {

    private final ObjectMapper json;
    private final String service;

    Letters(ObjectMapper json, @ConfigProperty(name = "vks.service") String service) {
        this.json = json;
        this.service = service;
    }

    byte[] sealed(Page page, KnownNode node, PublicKey receiver) {
        return sealed(page, context(node), receiver);
    }

    Page opened(byte[] letter, KnownNode node, KeyPair receiver) throws SealingBroken {
        return opened(letter, Page.class, context(node), receiver);
    }

    /// @param context which must be the same when it is opened
    byte[] sealed(Object content, String context, PublicKey receiver) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            json.writeValue(out, content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return SealedLetter.seal(receiver, packed.toByteArray(), context);
    }

    <T> T opened(byte[] letter, Class<T> type, String context, KeyPair receiver) throws SealingBroken {
        byte[] packed = SealedLetter.open(receiver, letter, context);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return json.readValue(in, type);
        } catch (IOException other) {
            throw new UncheckedIOException(other);
        }
    }

    private String context(KnownNode node) {
        return "hand-over/" + service + "/" + node.name() + "/" + node.version();
    }
}
