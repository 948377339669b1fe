package vn.congdoan.vks.membership.figure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the union's reports count (chỉ tiêu báo cáo): a closed list, so that the same thing has the same name in every
/// report. The constraint `reported_figure_indicator` of the database holds the same names.
@Schema(description = "What is counted; GET /indicators says what each is")
public enum Indicator {
    MEMBERS(Measure.COUNT, "Tổng số đoàn viên", "Members"),
    FEMALE_MEMBERS(Measure.COUNT, "Số đoàn viên nữ", "Female members"),
    FEMALE_RATE(Measure.RATE, "Tỷ lệ đoàn viên nữ", "Share of female members"),
    JOINED(Measure.COUNT, "Số đoàn viên kết nạp mới", "Members who joined"),
    LEFT(Measure.COUNT, "Số đoàn viên thôi sinh hoạt", "Members who left"),
    UNITS(Measure.COUNT, "Số công đoàn bộ phận, tổ công đoàn", "Sections and groups"),
    OFFICERS_TRAINED(Measure.COUNT, "Số cán bộ công đoàn được tập huấn", "Union officers trained"),
    SECTION_CONGRESSES(Measure.COUNT, "Số công đoàn bộ phận đã đại hội", "Sections that held their congress"),
    INSPECTIONS(Measure.COUNT, "Số cuộc kiểm tra", "Inspections"),
    DIALOGUES(Measure.COUNT, "Số cuộc đối thoại", "Dialogues"),
    CAMPAIGNS(Measure.COUNT, "Số phong trào thi đua, cuộc vận động", "Campaigns"),
    REGISTRATIONS(Measure.COUNT, "Số lượt đăng ký thi đua", "Commitments registered in campaigns"),
    AWARDS(Measure.COUNT, "Số danh hiệu thi đua, hình thức khen thưởng", "Awards"),
    INITIATIVES(Measure.COUNT, "Số sáng kiến được công nhận", "Initiatives recognised"),
    MODELS(Measure.COUNT, "Số mô hình được công nhận", "Models recognised"),
    BLOOD_DONORS(Measure.COUNT, "Số người hiến máu", "Blood donors"),
    BLOOD_DONATION_ROUNDS(Measure.COUNT, "Số đợt hiến máu", "Rounds of blood donation"),
    SUPPORT_CASES(Measure.COUNT, "Số lượt trợ cấp, thăm hỏi", "Support cases"),
    PEOPLE_SUPPORTED(Measure.COUNT, "Số người được trợ cấp, thăm hỏi", "People supported"),
    SUPPORT_AMOUNT(Measure.VND, "Số tiền trợ cấp, thăm hỏi", "Amount of support"),
    TET_AMOUNT(Measure.VND, "Số tiền chăm lo Tết", "Amount of the Tết programme"),
    PEOPLE_PROPOSED(Measure.COUNT, "Số người đề nghị cấp trên hỗ trợ", "People proposed to a superior for support"),
    AMOUNT_PROPOSED_EACH(
            Measure.VND, "Mức đề nghị cấp trên hỗ trợ mỗi người", "Amount proposed to a superior for each person"),
    HOUSING_AMOUNT(Measure.VND, "Số tiền vận động xây nhà tình nghĩa", "Amount collected for houses"),
    WELFARE_AMOUNT(
            Measure.VND, "Tổng số tiền chăm lo đoàn viên, an sinh xã hội", "Amount of welfare and social work in all"),
    FUNDS_OPENING(Measure.VND, "Số dư quỹ đầu kỳ", "Opening balance of funds"),
    FUNDS_IN(Measure.VND, "Tổng thu quỹ", "Money into funds"),
    FUNDS_OUT(Measure.VND, "Tổng chi quỹ", "Money out of funds"),
    FUNDS_CLOSING(Measure.VND, "Số dư quỹ cuối kỳ", "Closing balance of funds");

    private final Measure measure;
    private final String vietnamese;
    private final String english;

    Indicator(Measure measure, String vietnamese, String english) {
        this.measure = measure;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    Measure measure() {
        return measure;
    }

    IndicatorView view() {
        return new IndicatorView(this, measure, new IndicatorView.Name(vietnamese, english));
    }
}
