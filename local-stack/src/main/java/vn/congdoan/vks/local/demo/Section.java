package vn.congdoan.vks.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// A section (công đoàn bộ phận) of a demo union with its figures.
///
/// @param head title of the office's head
/// @param women of its members
/// @param since first day in the record
record Section(String code, String office, LineOfWork line, String head, int members, int women, LocalDate since) {
    private static final String TABLE = "sections.csv";

    /// The sections of a union, in the order of their codes.
    static List<Section> of(DemoUnion union) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(Section.class.getResourceAsStream(TABLE)), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            return lines.filter(line -> line.startsWith(union.name() + "-"))
                    .map(Section::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Section read(String line) {
        String[] cells = line.split(";", -1);
        return new Section(
                cells[0],
                cells[1],
                LineOfWork.valueOf(cells[2]),
                cells[3],
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                LocalDate.parse(cells[6]));
    }

    UUID id() {
        return DemoIds.of("unit/" + code);
    }

    String name() {
        return "Công đoàn bộ phận " + office;
    }

    /// Whether a woman holds this seat: the women are spread evenly over the section.
    boolean isWomans(int seat) {
        return (seat + 1) * women / members > seat * women / members;
    }
}
