package vn.congdoan.vks.bench;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names of nobody, as common as such names are: a family name, one or two middle names, a given name.
final class VietnameseNames {

    /// Each as often as it stands here; so 38 in 100 are Nguyễn.
    private static final List<String> FAMILY = repeated(
            "Nguyễn 38",
            "Trần 12",
            "Lê 10",
            "Phạm 7",
            "Hoàng 5",
            "Phan 4",
            "Vũ 4",
            "Đặng 3",
            "Bùi 3",
            "Đỗ 2",
            "Hồ 2",
            "Ngô 2",
            "Dương 2",
            "Lý 1",
            "Đinh 1",
            "Trịnh 1",
            "Đoàn 1",
            "Mai 1",
            "Cao 1");

    private static final List<String> MIDDLE_OF_WOMEN = repeated(
            "Thị 50",
            "Ngọc 8",
            "Thu 6",
            "Thanh 6",
            "Minh 5",
            "Kim 4",
            "Phương 4",
            "Bích 3",
            "Hồng 3",
            "Thùy 3",
            "Mỹ 2",
            "Diệu 2",
            "Khánh 2",
            "Hoài 2");

    private static final List<String> MIDDLE_OF_MEN = repeated(
            "Văn 40", "Đức 8", "Hữu 7", "Quang 6", "Minh 6", "Ngọc 5", "Thanh 4", "Xuân 4", "Công 4", "Đình 4",
            "Quốc 4", "Trọng 3", "Anh 3", "Tiến 2");

    private static final List<String> OF_WOMEN = List.of(
            "Anh", "Ánh", "Bích", "Chi", "Châu", "Diệp", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền",
            "Hoa", "Hòa", "Hoài", "Hồng", "Huệ", "Hương", "Huyền", "Lan", "Liên", "Linh", "Loan", "Ly", "Mai", "My",
            "Nga", "Ngân", "Ngọc", "Nguyệt", "Nhung", "Oanh", "Phương", "Phượng", "Quyên", "Quỳnh", "Tâm", "Thảo",
            "Thanh", "Thoa", "Thơm", "Thu", "Thủy", "Trang", "Trâm", "Trinh", "Tuyết", "Uyên", "Vân", "Vy", "Xuân",
            "Yến");

    private static final List<String> OF_MEN = List.of(
            "An", "Anh", "Bảo", "Bình", "Công", "Cường", "Dũng", "Duy", "Dương", "Đạt", "Đông", "Đức", "Giang", "Hà",
            "Hải", "Hậu", "Hiếu", "Hòa", "Hoàng", "Hùng", "Huy", "Hưng", "Khánh", "Khoa", "Kiên", "Lâm", "Long", "Lợi",
            "Minh", "Nam", "Nghĩa", "Nhân", "Phong", "Phú", "Phúc", "Quân", "Quang", "Quốc", "Sơn", "Tài", "Tâm", "Tân",
            "Thái", "Thành", "Thắng", "Thiện", "Thịnh", "Thông", "Tiến", "Toàn", "Trung", "Tú", "Tuấn", "Tùng", "Việt",
            "Vinh", "Xuân");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// As membership-service keeps what it sorts by: each word with its tone at the end.
    private static final Pattern TONED_WORD =
            Pattern.compile("([\\p{L}\\p{M}]*?)([\\u0300\\u0309\\u0303\\u0301\\u0323])([\\p{L}\\p{M}]*)");

    private VietnameseNames() {}

    static String next(Random random, boolean woman) {
        List<String> middle = woman ? MIDDLE_OF_WOMEN : MIDDLE_OF_MEN;
        String name = any(FAMILY, random) + " " + any(middle, random);
        if (random.nextInt(3) == 0) {
            name += " " + any(woman ? OF_WOMEN : OF_MEN, random);
        }
        return name + " " + any(woman ? OF_WOMEN : OF_MEN, random);
    }

    /// The last word, as order compares it.
    static String given(String name) {
        return sortable(name.substring(name.lastIndexOf(' ') + 1));
    }

    /// The words before, as order compares them.
    static String rest(String name) {
        return sortable(name.substring(0, name.lastIndexOf(' ')));
    }

    static String searchable(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    private static String sortable(String text) {
        return Normalizer.normalize(
                TONED_WORD.matcher(Normalizer.normalize(text, Form.NFD)).replaceAll("$1$3$2"), Form.NFC);
    }

    static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static List<String> repeated(String... named) {
        return Arrays.stream(named)
                .map(each -> each.split(" ", -1))
                .flatMap(each -> Stream.generate(() -> each[0]).limit(Integer.parseInt(each[1])))
                .toList();
    }
}
