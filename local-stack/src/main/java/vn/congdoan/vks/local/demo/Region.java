package vn.congdoan.vks.local.demo;

import java.util.Random;

/// Where the people of a union come from: native places with the province code that their citizen ids carry, peoples,
/// and family names as they are common there.
@SuppressWarnings("ImmutableEnumChecker") // Weighted keeps a copy of its list
enum Region {
    CAPITAL("Hà Nội", Names.NORTHERN, "Kinh 95, Tày 2, Mường 2, Nùng 1", """
            001 Hà Nội 14
            030 Hải Dương 4
            033 Hưng Yên 4
            034 Thái Bình 6
            035 Hà Nam 3
            036 Nam Định 7
            027 Bắc Ninh 4
            024 Bắc Giang 4
            025 Phú Thọ 5
            026 Vĩnh Phúc 3
            020 Lạng Sơn 2
            038 Thanh Hóa 7
            040 Nghệ An 8
            042 Hà Tĩnh 4
            048 Đà Nẵng 3
            079 Thành phố Hồ Chí Minh 4
            """),
    QUANG_NGAI("Quảng Ngãi", Names.CENTRAL, "Kinh 88, Hrê 8, Cor 4", """
            051 Mộ Đức, Quảng Ngãi 5
            051 Bình Sơn, Quảng Ngãi 5
            051 Sơn Tịnh, Quảng Ngãi 4
            051 Tư Nghĩa, Quảng Ngãi 4
            051 Nghĩa Hành, Quảng Ngãi 3
            051 Đức Phổ, Quảng Ngãi 4
            051 Ba Tơ, Quảng Ngãi 1
            051 Sơn Hà, Quảng Ngãi 1
            049 Quảng Nam 2
            052 Bình Định 2
            """),
    KON_TUM("Kon Tum", Names.CENTRAL, "Kinh 72, Xơ Đăng 12, Ba Na 10, Giẻ Triêng 6", """
            062 Đắk Hà, Kon Tum 4
            062 Đắk Tô, Kon Tum 3
            062 Ngọc Hồi, Kon Tum 3
            062 Sa Thầy, Kon Tum 2
            051 Quảng Ngãi 3
            052 Bình Định 3
            040 Nghệ An 1
            """),
    NGHE_AN("Nghệ An", Names.NORTHERN, "Kinh 92, Thái 6, Thổ 2", """
            040 Vinh, Nghệ An 4
            040 Nam Đàn, Nghệ An 3
            040 Thanh Chương, Nghệ An 4
            040 Đô Lương, Nghệ An 3
            040 Diễn Châu, Nghệ An 4
            040 Yên Thành, Nghệ An 4
            040 Quỳnh Lưu, Nghệ An 3
            040 Con Cuông, Nghệ An 1
            042 Hà Tĩnh 2
            038 Thanh Hóa 1
            """);

    private final String seat;
    private final Weighted families;
    private final Weighted peoples;
    private final Weighted origins;

    Region(String seat, Weighted families, String peoples, String origins) {
        this.seat = seat;
        this.families = families;
        this.peoples = Weighted.of(peoples);
        this.origins = Weighted.ofLines(origins);
    }

    /// A native place.
    ///
    /// @param code first three digits of a citizen id registered there: `0` and the old province code
    record Origin(String code, String place) {}

    /// The place of the union's office.
    String seat() {
        return seat;
    }

    Weighted families() {
        return families;
    }

    String people(Random random) {
        return peoples.pick(random);
    }

    Origin origin(Random random) {
        String line = origins.pick(random);
        return new Origin(line.substring(0, 3), line.substring(4));
    }
}
