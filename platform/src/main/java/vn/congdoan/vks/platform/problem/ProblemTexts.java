package vn.congdoan.vks.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.text.Dong;

/// The texts of all problems, from every `problems_vi.properties` and `problems_en.properties` on the class path:
/// the platform's and the service's own.
@Singleton
public class ProblemTexts {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final int LONGEST_WISH = 256;
    private static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    ProblemTexts() {
        LANGUAGES.forEach(language -> texts.put(language, load(language)));
    }

    /// The language to answer in: the one of `Accept-Language` that is wanted most, else Vietnamese. What cannot be
    /// read, and what is longer than any client's, counts as no wish.
    public Locale language(@Nullable HttpHeaders headers) {
        String wish = headers == null ? null : headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        if (wish == null || wish.length() > LONGEST_WISH) {
            return VIETNAMESE;
        }
        try {
            Locale wanted = Locale.lookup(Locale.LanguageRange.parse(wish), LANGUAGES);
            return wanted == null ? VIETNAMESE : wanted;
        } catch (IllegalArgumentException unreadable) {
            return VIETNAMESE;
        }
    }

    /// The text with `{name}` replaced by its values; null where there is none. A constant is told in words where the
    /// bundles have some (`word.<NAME>`), money as people write it.
    public @Nullable String find(Locale language, String key, Map<String, Object> values) {
        String text = texts.getOrDefault(language, Map.of()).get(key);
        if (text == null) {
            return null;
        }
        for (Map.Entry<String, Object> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", told(language, value.getValue()));
        }
        return text;
    }

    private String told(Locale language, Object value) {
        return switch (value) {
            case Dong money -> money.in(language);
            case Enum<?> constant ->
                texts.getOrDefault(language, Map.of()).getOrDefault("word." + constant.name(), constant.name());
            default -> String.valueOf(value);
        };
    }

    /// All keys of a language, so that a test can compare the languages.
    public Map<String, String> all(Locale language) {
        return Collections.unmodifiableMap(texts.getOrDefault(language, Map.of()));
    }

    private static Map<String, String> load(Locale language) {
        Map<String, String> loaded = new HashMap<>();
        String resource = "problems_" + language.getLanguage() + ".properties";
        try {
            for (URL url : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(resource))) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> loaded.put((String) key, (String) text));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + resource, unreadable);
        }
        return loaded;
    }
}
