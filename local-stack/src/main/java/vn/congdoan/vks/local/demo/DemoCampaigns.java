package vn.congdoan.vks.local.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The campaigns of 2022 and 2023 (domain.md §8). Their targets are invented: the source names none.
final class DemoCampaigns {
    /// Quảng Ngãi's movement in which members commit themselves.
    static final String LEARNING_AND_FOLLOWING = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";

    private static final LocalDate START_OF_2022 = LocalDate.of(2022, 1, 1);
    private static final LocalDate START_OF_2023 = LocalDate.of(2023, 1, 1);
    private static final LocalDate END_OF_2023 = LocalDate.of(2023, 12, 31);
    private static final String OF_THE_PRIME_MINISTER = "Phong trào thi đua do Thủ tướng Chính phủ phát động";

    private DemoCampaigns() {}

    /// @param scope the units that may join, the launching one first
    static List<Body.NewCampaign> of(DemoUnion union, List<UUID> scope) {
        return switch (union) {
            case VKSTC -> ofTheCentralUnion(scope);
            case QNG -> ofQuangNgai(scope);
            case KTM, NAN -> List.of();
        };
    }

    private static List<Body.NewCampaign> ofTheCentralUnion(List<UUID> scope) {
        return List.of(
                during2023(
                        scope,
                        "Chủ đề hoạt động công đoàn năm 2023",
                        "Nâng cao trách nhiệm của đoàn viên trong tổ chức đại hội công đoàn các cấp nhiệm kỳ 2023-2028",
                        null,
                        atLeast("Công đoàn bộ phận tổ chức đại hội đúng thời hạn", "%", 100)),
                during2023(
                        scope,
                        "Phong trào thi đua ngành Kiểm sát nhân dân năm 2023",
                        "Đoàn kết, gương mẫu, trách nhiệm, vượt khó, hoàn thành xuất sắc nhiệm vụ năm 2023",
                        "Phát động của Viện trưởng Viện kiểm sát nhân dân tối cao",
                        atLeast("Đoàn viên hoàn thành tốt nhiệm vụ trở lên", "%", 98.5),
                        atMost("Đơn tồn đọng quá hạn", "đơn", 5)),
                standing(
                        scope,
                        "MOBILIZATION",
                        "Trung thành, trách nhiệm, liêm chính, sáng tạo",
                        null,
                        START_OF_2023,
                        atLeast("Đoàn viên đăng ký thực hiện", "%", 100)),
                standing(
                        scope,
                        "MOVEMENT",
                        "Giỏi việc nước, đảm việc nhà",
                        null,
                        START_OF_2023,
                        atLeast("Nữ đoàn viên đạt danh hiệu", "%", 90)),
                standing(
                        scope,
                        "MOVEMENT",
                        "Xây dựng cơ quan văn hóa, ngày làm việc 8 giờ chất lượng, hiệu quả",
                        null,
                        START_OF_2023,
                        atLeast("Cơ quan, đơn vị đạt chuẩn văn hóa", "%", 95)),
                during2023(
                        scope,
                        "Thi đua thực hiện văn hóa công sở",
                        null,
                        null,
                        atLeast("Đơn vị ký giao ước thi đua", "%", 100)));
    }

    private static List<Body.NewCampaign> ofQuangNgai(List<UUID> scope) {
        return List.of(
                standing(
                        scope,
                        "MOVEMENT",
                        LEARNING_AND_FOLLOWING,
                        "Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
                        START_OF_2022,
                        atLeast("Đoàn viên đăng ký làm theo", "%", 100),
                        atLeast("Buổi sinh hoạt chuyên đề", "buổi", 4)),
                standing(
                        scope,
                        "MOVEMENT",
                        "Nét đẹp Kiểm sát nhân dân",
                        null,
                        START_OF_2022,
                        atLeast("Bài viết gương người tốt, việc tốt", "bài", 12)),
                during2023(
                        scope,
                        "Cả nước chung sức xây dựng nông thôn mới",
                        null,
                        OF_THE_PRIME_MINISTER,
                        atLeast("Công đoàn bộ phận nhận giúp đỡ một xã", "đơn vị", 6)),
                during2023(
                        scope,
                        "Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau",
                        null,
                        OF_THE_PRIME_MINISTER,
                        atLeast("Hộ nghèo được thăm, tặng quà Tết", "hộ", 30)),
                during2023(
                        scope,
                        "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
                        null,
                        OF_THE_PRIME_MINISTER,
                        atMost("Phản ánh của công dân về thái độ tiếp dân", "lượt", 2)));
    }

    /// When a campaign was launched: in the second week of its first year.
    static LocalDate launchedOn(Body.NewCampaign campaign) {
        return campaign.startsOn().plusDays(9);
    }

    /// When provinces joined it: two weeks later.
    static LocalDate joinedOn(Body.NewCampaign campaign) {
        return launchedOn(campaign).plusDays(14);
    }

    /// What a province sets itself when it joins.
    static List<Body.Target> ofAProvince() {
        return List.of(atLeast("Công đoàn bộ phận đăng ký thi đua", "%", 100));
    }

    private static Body.NewCampaign during2023(
            List<UUID> scope,
            String name,
            @Nullable String theme,
            @Nullable String legalBasis,
            Body.Target... targets) {
        return new Body.NewCampaign(
                scope.getFirst(),
                "MOVEMENT",
                name,
                theme,
                legalBasis,
                START_OF_2023,
                END_OF_2023,
                scope,
                List.of(targets));
    }

    private static Body.NewCampaign standing(
            List<UUID> scope,
            String kind,
            String name,
            @Nullable String legalBasis,
            LocalDate startsOn,
            Body.Target... targets) {
        return new Body.NewCampaign(
                scope.getFirst(), kind, name, null, legalBasis, startsOn, null, scope, List.of(targets));
    }

    private static Body.Target atLeast(String name, String unitOfMeasure, double value) {
        return new Body.Target(name, unitOfMeasure, BigDecimal.valueOf(value), "AT_LEAST");
    }

    private static Body.Target atMost(String name, String unitOfMeasure, double value) {
        return new Body.Target(name, unitOfMeasure, BigDecimal.valueOf(value), "AT_MOST");
    }
}
