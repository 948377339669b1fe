package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What sections and members of Quảng Ngãi registered to do in the movement of 2022 (domain.md §8): a few of each, in
/// invented words.
final class DemoCommitments {
    /// A month after the launch.
    private static final LocalDate REGISTERED_ON = LocalDate.of(2022, 2, 10);

    private static final LocalDate END_OF_2022 = LocalDate.of(2022, 12, 31);
    private static final int SECTIONS = 3;
    private static final int MEMBERS = 26;

    private static final String OF_A_SECTION =
            "Mỗi quý tổ chức một buổi sinh hoạt chuyên đề về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh";

    private static final List<String> OF_MEMBERS = List.of(
            "Tiếp công dân tận tình, giải quyết đơn đúng hạn, không để đơn tồn đọng",
            "Thực hành tiết kiệm, góp vào Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
            "Tự học, nâng cao trình độ nghiệp vụ kiểm sát; mỗi tháng đọc một tài liệu chuyên môn",
            "Đi làm đúng giờ, làm việc 8 giờ chất lượng, hiệu quả",
            "Giúp đỡ một đồng nghiệp mới vào ngành trong năm",
            "Nêu gương về đạo đức công vụ, không vi phạm kỷ luật");

    private DemoCommitments() {}

    /// By an officer, for others.
    static List<Body.NewCommitment> ofQuangNgai(UUID campaign) {
        List<Body.NewCommitment> all = new ArrayList<>();
        for (Section section : Section.of(DemoUnion.QNG).subList(0, SECTIONS)) {
            all.add(new Body.NewCommitment(campaign, null, section.id(), OF_A_SECTION, END_OF_2022, REGISTERED_ON));
        }
        List<MemberForm> members = DemoMembers.of(DemoUnion.QNG);
        for (int each = 0; each < MEMBERS; each++) {
            MemberForm member = members.get(each * (members.size() / MEMBERS));
            all.add(ofMember(campaign, member.id(), each));
        }
        return List.copyOf(all);
    }

    /// By a member, for himself.
    static Body.NewCommitment ofMember(UUID campaign, UUID member) {
        return ofMember(campaign, member, 0);
    }

    private static Body.NewCommitment ofMember(UUID campaign, UUID member, int text) {
        return new Body.NewCommitment(
                campaign, member, null, OF_MEMBERS.get(text % OF_MEMBERS.size()), END_OF_2022, REGISTERED_ON);
    }
}
