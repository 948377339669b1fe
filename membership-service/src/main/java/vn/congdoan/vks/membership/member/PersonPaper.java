package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import vn.congdoan.vks.platform.paper.PdfPages;
import vn.congdoan.vks.platform.time.BusinessTime;

/// The export of a person's data as it is handed out on paper: everything that the JSON says, in Vietnamese.
@ApplicationScoped
class PersonPaper {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Set<String> DAYS_BY_NAME = Set.of(
            "date",
            "validFrom",
            "validTo",
            "joinedOn",
            "rejoinedOn",
            "effectiveDate",
            "wishedDate",
            "probationaryOn",
            "officialOn");
    private static final Set<String> MOMENTS_BY_NAME =
            Set.of("exportedAt", "recordedAt", "decidedAt", "closedAt", "at");
    private static final Set<String> NAMES_OF_FIELDS = Set.of("field", "fields");
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENTS =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(BusinessTime.ZONE);

    private final ObjectMapper json;
    private final Properties words = words();

    PersonPaper(ObjectMapper json) {
        this.json = json;
    }

    byte[] pdf(PersonExport export) {
        JsonNode tree = json.valueToTree(export);
        try (PdfPages pages = new PdfPages(word("title"))) {
            tell(pages, tree, 0);
            return pages.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void tell(PdfPages pages, JsonNode node, int depth) throws IOException {
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            String name = word(field.getKey());
            if (value.isNull()) {
                continue;
            }
            if (depth == 0 && value.isContainerNode()) {
                pages.heading(name);
                tellInside(pages, field.getKey(), value, depth + 1);
            } else if (value.isContainerNode()) {
                pages.line(depth, name + ":" + (value.isEmpty() ? " " + word("nothing") : ""));
                tellInside(pages, field.getKey(), value, depth + 1);
            } else {
                pages.line(depth, name + ": " + text(field.getKey(), value));
            }
        }
    }

    private void tellInside(PdfPages pages, String name, JsonNode value, int depth) throws IOException {
        if (value.isObject()) {
            tell(pages, value, depth);
            return;
        }
        if (value.isEmpty() && depth == 1) {
            pages.line(depth, word("nothing"));
        }
        int number = 1;
        for (JsonNode each : value) {
            if (each.isContainerNode()) {
                pages.line(depth, "(" + number++ + ")");
                tellInside(pages, name, each, depth + 1);
            } else {
                pages.line(depth, "– " + text(name, each));
            }
        }
    }

    private String text(String name, JsonNode value) {
        String text = value.asText();
        if (NAMES_OF_FIELDS.contains(name)) {
            return word(text);
        }
        if (DAYS_BY_NAME.contains(name) && DAY.matcher(text).matches()) {
            return DAYS.format(LocalDate.parse(text));
        }
        if (MOMENTS_BY_NAME.contains(name) && MOMENT.matcher(text).matches()) {
            return MOMENTS.format(Instant.parse(text));
        }
        String ofThisField = words.getProperty(name + "." + text);
        return ofThisField == null ? words.getProperty("value." + text, text) : ofThisField;
    }

    private String word(String name) {
        return words.getProperty(name, name);
    }

    private static Properties words() {
        try (InputStream in =
                        Objects.requireNonNull(PersonPaper.class.getResourceAsStream("/person_export_vi.properties"));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(reader);
            return read;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
