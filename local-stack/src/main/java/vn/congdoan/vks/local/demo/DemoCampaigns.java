package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The campaigns of 2022 and 2023 (domain.md §8), as drafts.
final class DemoCampaigns {
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
                        null),
                during2023(
                        scope,
                        "Phong trào thi đua ngành Kiểm sát nhân dân năm 2023",
                        "Đoàn kết, gương mẫu, trách nhiệm, vượt khó, hoàn thành xuất sắc nhiệm vụ năm 2023",
                        "Phát động của Viện trưởng Viện kiểm sát nhân dân tối cao"),
                standing(scope, "MOBILIZATION", "Trung thành, trách nhiệm, liêm chính, sáng tạo", null, START_OF_2023),
                standing(scope, "MOVEMENT", "Giỏi việc nước, đảm việc nhà", null, START_OF_2023),
                standing(
                        scope,
                        "MOVEMENT",
                        "Xây dựng cơ quan văn hóa, ngày làm việc 8 giờ chất lượng, hiệu quả",
                        null,
                        START_OF_2023),
                during2023(scope, "Thi đua thực hiện văn hóa công sở", null, null));
    }

    private static List<Body.NewCampaign> ofQuangNgai(List<UUID> scope) {
        return List.of(
                standing(
                        scope,
                        "MOVEMENT",
                        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
                        "Chỉ thị 05-CT/TW ngày 15/5/2016 của Bộ Chính trị",
                        START_OF_2022),
                standing(scope, "MOVEMENT", "Nét đẹp Kiểm sát nhân dân", null, START_OF_2022),
                during2023(scope, "Cả nước chung sức xây dựng nông thôn mới", null, OF_THE_PRIME_MINISTER),
                during2023(
                        scope,
                        "Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau",
                        null,
                        OF_THE_PRIME_MINISTER),
                during2023(
                        scope,
                        "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
                        null,
                        OF_THE_PRIME_MINISTER));
    }

    private static Body.NewCampaign during2023(
            List<UUID> scope, String name, @Nullable String theme, @Nullable String legalBasis) {
        return new Body.NewCampaign(
                scope.getFirst(), "MOVEMENT", name, theme, legalBasis, START_OF_2023, END_OF_2023, scope);
    }

    private static Body.NewCampaign standing(
            List<UUID> scope, String kind, String name, @Nullable String legalBasis, LocalDate startsOn) {
        return new Body.NewCampaign(scope.getFirst(), kind, name, null, legalBasis, startsOn, null, scope);
    }
}
