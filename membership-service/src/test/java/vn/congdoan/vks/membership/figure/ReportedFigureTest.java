package vn.congdoan.vks.membership.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;

class ReportedFigureTest {

    private static final UnitId UNION = new UnitId(new UUID(0, 51));
    private static final FigureSource SOURCE = new FigureSource("05/BC-CĐVKS", null, "Báo cáo năm 2022", null);
    private static final FigureStep.Act RECORDING = act(1);
    private static final FigureStep.Act CORRECTING = act(2);
    private static final FigureStep.Act WITHDRAWING = act(3);

    @ParameterizedTest
    @CsvSource({
        "COUNT, 0,               ",
        "COUNT, 1098,            ",
        "COUNT, 1098.5,          not-whole",
        "VND,   999999999999999, ",
        "VND,   0.5,             not-whole",
        "RATE,  42.8,            ",
        "RATE,  100,             ",
        "RATE,  100.1,           more-than-all",
        "RATE,  42.85,           less-than-a-tenth",
    })
    void a_value_is_one_that_its_measure_allows(Measure measure, BigDecimal value, String rule) {
        assertEquals(Optional.ofNullable(rule), measure.refuses(value).map(Violation::code));
    }

    @Test
    void a_rate_may_be_reported_otherwise_than_it_is_computed() {
        ReportedFigure figure = figure(Indicator.FEMALE_RATE, "42.8");
        assertEquals(new BigDecimal("42.8"), figure.published().reported().value());
    }

    @Test
    void what_the_indicator_does_not_allow_is_neither_recorded_nor_corrected_to() {
        assertThrows(Unprocessable.class, () -> figure(Indicator.MEMBERS, "10.5"));
        ReportedFigure figure = figure(Indicator.MEMBERS, "10");
        assertThrows(Unprocessable.class, () -> figure.correct(reported("10.5"), "Gõ nhầm", CORRECTING));
        assertEquals(BigDecimal.TEN, figure.published().reported().value());
        assertEquals(1, figure.published().steps().size());
    }

    @Test
    void a_correction_replaces_the_value_and_keeps_what_stood_before() {
        ReportedFigure figure = figure(Indicator.MEMBERS, "1089");
        Reported before = figure.published().reported();

        List<String> changed = figure.correct(reported("1098"), "Gõ nhầm", CORRECTING);

        assertEquals(List.of("value"), changed);
        assertEquals(new BigDecimal(1098), figure.published().reported().value());
        ReportedFigureState.Step step = figure.published().steps().getLast();
        assertEquals(FigureStep.Kind.CORRECTED, step.kind());
        assertEquals(before, step.before());
        assertEquals("Gõ nhầm", step.reason());
        assertEquals(CORRECTING.at(), step.at());
    }

    @Test
    void a_correction_tells_every_field_that_differs() {
        ReportedFigure figure = figure(Indicator.MEMBERS, "1098");
        Reported other = new Reported(
                BigDecimal.ONE, Qualifier.ABOUT, "1", new FigureSource(null, null, "Báo cáo khác", null), "Khác");
        assertEquals(
                List.of("value", "qualifier", "printed", "source", "note"),
                figure.correct(other, "Nhầm văn bản", CORRECTING));
    }

    @Test
    void what_says_the_same_corrects_nothing() {
        ReportedFigure figure = figure(Indicator.MEMBERS, "1098");
        Unprocessable refused =
                assertThrows(Unprocessable.class, () -> figure.correct(reported("1098.0"), "Không", CORRECTING));
        assertEquals("nothing-to-correct", refused.violations().getFirst().code());
    }

    @Test
    void a_withdrawn_figure_keeps_its_value_and_changes_no_more() {
        ReportedFigure figure = figure(Indicator.MEMBERS, "1098");
        figure.withdraw("Ghi hai lần", WITHDRAWING);

        assertEquals(FigureStatus.WITHDRAWN, figure.published().status());
        assertEquals(new BigDecimal(1098), figure.published().reported().value());
        assertEquals(
                List.of(FigureStep.Kind.RECORDED, FigureStep.Kind.WITHDRAWN),
                figure.published().steps().stream()
                        .map(ReportedFigureState.Step::kind)
                        .toList());
        assertThrows(Conflict.class, () -> figure.correct(reported("1"), "Gõ nhầm", WITHDRAWING));
        assertThrows(Conflict.class, () -> figure.withdraw("Lần nữa", WITHDRAWING));
    }

    @ParameterizedTest
    @CsvSource({"1098.0, 1098", "1.098E3, 1098", "42.80, 42.8", "0.0, 0", "1E99, 1E+99"})
    void a_number_is_written_in_its_shortest_form_and_never_out_to_endless_zeros(BigDecimal written, String stored) {
        assertEquals(stored, Reported.plain(written).toString());
    }

    private static ReportedFigure figure(Indicator indicator, String value) {
        NewReportedFigure form = new NewReportedFigure(
                UNION,
                new FigurePeriod("2022"),
                indicator,
                null,
                new BigDecimal(value),
                Qualifier.EXACT,
                null,
                SOURCE,
                null);
        return new ReportedFigure(new ReportedFigureId(new UUID(0, 7)), UNION, form, new byte[0], RECORDING);
    }

    private static Reported reported(String value) {
        return new Reported(new BigDecimal(value), Qualifier.EXACT, null, SOURCE, null);
    }

    private static FigureStep.Act act(int second) {
        return new FigureStep.Act(new Principal("congdoan", "an"), Instant.ofEpochSecond(second));
    }
}
