package vn.congdoan.vks.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemoFiguresTest {

    @Test
    void the_reports_of_2022_are_told_as_they_were_written() {
        assertEquals(
                List.of(
                        "UNITS 30",
                        "MEMBERS 1098",
                        "FEMALE_MEMBERS 471",
                        "FEMALE_RATE 42.8",
                        "TET_AMOUNT > 1100000000",
                        "PEOPLE_PROPOSED 20",
                        "AMOUNT_PROPOSED_EACH 1000000",
                        "HOUSING_AMOUNT > 810000000"),
                told(DemoUnion.VKSTC));
        assertEquals(
                List.of(
                        "WELFARE_AMOUNT 151000000",
                        "BLOOD_DONORS 11",
                        "BLOOD_DONATION_ROUNDS 2",
                        "INITIATIVES 18",
                        "MODELS 2"),
                told(DemoUnion.QNG));
        assertEquals(List.of(), told(DemoUnion.NAN));
    }

    /// No entry of the invented books is a figure that was only reported as "more than".
    @Test
    void no_book_holds_an_entry_of_a_reported_figure() {
        List<Long> reported = DemoFigures.of(DemoUnion.VKSTC, new UUID(0, 0)).stream()
                .filter(each -> each.qualifier().equals("MORE_THAN"))
                .map(each -> each.value().longValueExact())
                .toList();
        List<Long> booked = DemoBooks.of(DemoUnion.VKSTC, new UUID(0, 0)).values().stream()
                .map(each -> switch (each) {
                    case Body.NewEntry entry -> entry.amount();
                    case Body.NewContribution given -> given.amount();
                    default -> throw new AssertionError(each);
                })
                .toList();
        assertEquals(List.of(), booked.stream().filter(reported::contains).toList());
        assertEquals(2, reported.size());
    }

    private static List<String> told(DemoUnion union) {
        return DemoFigures.of(union, new UUID(0, 0)).stream()
                .map(each -> each.indicator()
                        + (each.qualifier().equals("MORE_THAN") ? " > " : " ")
                        + each.value().toPlainString())
                .toList();
    }
}
