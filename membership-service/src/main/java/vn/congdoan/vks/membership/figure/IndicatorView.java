package vn.congdoan.vks.membership.figure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An indicator as it is shown.
@Schema(
        name = "IndicatorDescription",
        description = "What an indicator counts, and in which unit of measure",
        examples = IndicatorView.EXAMPLE)
record IndicatorView(
        Indicator code,
        Measure measure,
        @Schema(description = "In both languages") Name name) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {"code": "FEMALE_RATE", "measure": "RATE", "name": {"vi": "Tỷ lệ đoàn viên nữ", "en": "Share of female members"}}
            """;

    /// What people call it.
    @Schema(name = "IndicatorName", description = "What people call it")
    record Name(
            @Schema(description = "In Vietnamese", examples = "Tỷ lệ đoàn viên nữ")
            String vi,

            @Schema(description = "In English", examples = "Share of female members")
            String en) {}
}
