package vn.congdoan.vks.local.demo;

import java.util.Random;

/// Invented names, put together from what is common: family name, middle names that tell the gender, given name.
final class Names {
    static final Weighted NORTHERN =
            Weighted.of("Nguyễn 38, Trần 11, Lê 10, Phạm 8, Hoàng 6, Vũ 5, Phan 3, Đặng 3, Bùi 3, Đỗ 3, Ngô 2, Hồ 2, "
                    + "Dương 1, Đinh 1, Trịnh 1, Cao 1, Lương 1, Tạ 1, Đào 1, Mai 1, Hà 1, Lưu 1, Chu 1");
    static final Weighted CENTRAL =
            Weighted.of("Nguyễn 33, Trần 10, Lê 11, Phạm 9, Huỳnh 6, Võ 7, Phan 4, Đặng 3, Bùi 3, Đỗ 3, Ngô 2, Hồ 1, "
                    + "Trương 3, Đoàn 2, Tạ 1, Cao 1, Lương 1, Bạch 1, Tôn 1");

    private static final Weighted MENS_MIDDLE =
            Weighted.of("Văn 30, Hữu 6, Đức 7, Quang 6, Minh 6, Xuân 5, Thanh 6, Công 4, Đình 5, Ngọc 5, Quốc 6, "
                    + "Trọng 4, Hoàng 4, Duy 3, Viết 2, Bá 2, Tấn 3, Thế 2");
    private static final Weighted WOMENS_MIDDLE =
            Weighted.of("Thị 34, Thị Thanh 6, Thị Hồng 5, Thị Minh 5, Thị Thu 6, Thị Kim 4, Thị Ngọc 4, Thị Bích 3, "
                    + "Thị Mai 2, Thị Phương 3, Thị Thúy 2, Ngọc 4, Thùy 3, Quỳnh 2, Khánh 2, Hải 1");
    private static final Weighted MENS_GIVEN = Weighted.equal("An Anh Bình Cường Dũng Đạt Đức Giang Hà Hải Hậu Hiếu "
            + "Hòa Hoà Hoàng Hùng Hưng Huy Khánh Khoa Kiên Lâm Linh Long Lộc Lợi Minh Nam Nghĩa Nhân Phong Phú Phúc "
            + "Phước Phương Quân Quang Quý Sơn Tài Tâm Tân Thái Thành Thắng Thịnh Thuận Tiến Toàn Trung Trường Tuấn "
            + "Tùng Việt Vinh Vũ Vương");
    private static final Weighted WOMENS_GIVEN = Weighted.equal("An Anh Bình Chi Cúc Diễm Dung Duyên Đào Giang Hà "
            + "Hằng Hạnh Hiền Hoa Hòa Hồng Huệ Hương Hường Huyền Lan Liên Linh Loan Ly Mai Minh My Nga Ngân Ngọc "
            + "Nguyệt Nhàn Nhung Oanh Phương Phượng Quyên Quỳnh Sương Tâm Thảo Thanh Thơm Thu Thủy Thúy Thư Trâm "
            + "Trang Trinh Tú Tuyết Vân Vy Xuân Yến");

    private Names() {}

    /// A full name of somebody of this people.
    static String invent(Region region, String people, Gender gender, Random random) {
        Weighted givenNames = gender == Gender.FEMALE ? WOMENS_GIVEN : MENS_GIVEN;
        String middle = (gender == Gender.FEMALE ? WOMENS_MIDDLE : MENS_MIDDLE).pick(random);
        String given = givenNames.pick(random);
        while (middle.endsWith(given)) {
            given = givenNames.pick(random);
        }
        return switch (people) {
            // In the north of the Central Highlands the first word tells the gender, and there is no family name.
            case "Xơ Đăng", "Ba Na", "Giẻ Triêng" -> (gender == Gender.FEMALE ? "Y " : "A ") + given;
            default -> family(region, people, random) + " " + middle + " " + given;
        };
    }

    private static String family(Region region, String people, Random random) {
        return switch (people) {
            case "Hrê" -> random.nextInt(3) > 0 ? "Đinh" : "Phạm";
            case "Cor" -> "Hồ";
            case "Thái" -> random.nextBoolean() ? "Lô" : "Vi";
            case "Thổ" -> "Trương";
            case "Tày", "Nùng" -> random.nextBoolean() ? "Nông" : "Hoàng";
            case "Mường" -> random.nextBoolean() ? "Bùi" : "Quách";
            default -> region.families().pick(random);
        };
    }
}
