package vn.congdoan.vks.platform.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Changes as lines of JSON. Tolerant, other than the API: a newer node may say more than is known here.
@ApplicationScoped
class SyncLines {

    private static final int LONGEST_STATE = 1_000_000;
    private static final int BUFFER = 64 * 1024;
    private static final long LARGEST = 32L * 1024 * 1024;
    private static final int MOST_CHANGES = 50_000;

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final ObjectReader headReader;
    private final ObjectWriter headWriter;

    SyncLines() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_STATE)
                        .build());
        reader = mapper.readerFor(SyncChange.class);
        writer = mapper.writerFor(SyncChange.class);
        headReader = mapper.readerFor(Head.class);
        headWriter = mapper.writerFor(Head.class);
    }

    /// The first line of a batch.
    private record Head(String sender, int epoch, long from, long to, long head, int changes) {}

    /// A batch as it travels: its head, then a line for each change, compressed.
    byte[] packed(Batch batch) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream lines = new GZIPOutputStream(packed, BUFFER)) {
            Head head = new Head(
                    batch.sender(),
                    batch.epoch(),
                    batch.from(),
                    batch.to(),
                    batch.head(),
                    batch.changes().size());
            lines.write(headWriter.writeValueAsBytes(head));
            for (SyncChange each : batch.changes()) {
                lines.write('\n');
                lines.write(writer.writeValueAsBytes(each));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// @throws IOException if it is not what a batch looks like, is cut off, or is larger than anybody packs
    Batch unpacked(InputStream packed) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new LimitedStream(new GZIPInputStream(packed, BUFFER), LARGEST), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            if (first == null) {
                throw new EOFException();
            }
            Head head = headReader.readValue(first);
            List<SyncChange> changes = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                changes.add(reader.readValue(line));
                if (changes.size() > MOST_CHANGES) {
                    throw new IOException("too many");
                }
            }
            if (changes.size() != head.changes()) {
                throw new EOFException();
            }
            return new Batch(head.sender(), head.epoch(), head.from(), head.to(), head.head(), changes);
        }
    }

    SyncChange change(String line) {
        try {
            return reader.readValue(line);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    String written(SyncChange change) {
        try {
            return writer.writeValueAsString(change);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
