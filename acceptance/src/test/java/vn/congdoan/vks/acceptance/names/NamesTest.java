package vn.congdoan.vks.acceptance.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// Vietnamese names (domain.md §2): ordered by the given name, the last word, and found without diacritics.
@ExtendWith(SystemUnderTest.class)
@Order(60)
class NamesTest {

    /// a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y; then ngang huyền hỏi ngã sắc nặng; then the rest.
    private static final List<String> IN_ORDER = List.of(
            "An",
            "Bùi An",
            "Đỗ An",
            "Lê An",
            "Nguyễn An",
            "Nguyễn Thị An",
            "Nguyễn Văn An",
            "Trần An",
            "Lê Anh",
            "Lê Ánh",
            "Lê Ăng",
            "Lê Ân",
            "Lê Ba",
            "Lê Bích",
            "Lê Cao",
            "Lê Chi",
            "Lê Công",
            "Lê Cúc",
            "Lê Cường",
            "Lê Dân",
            "Lê Dung",
            "Lê Dũng",
            "Lê Đào",
            "Lê Đông",
            "Lê Đức",
            "Lê Em",
            "Lê Én",
            "Lê Êm",
            "Lê Gấm",
            "Lê Gia",
            "Lê Giang",
            "Lê Ha",
            "Lê Hà",
            "Lê Hả",
            "Lê Hã",
            "Lê Há",
            "Lê Hạ",
            "Lê Hoa",
            "Lê Hồng",
            "Lê Hương",
            "Lê Ích",
            "Lê Khang",
            "Lê Lan",
            "Lê Lăng",
            "Lê Lâm",
            "Lê Lý",
            "Lê Mai",
            "Lê Mận",
            "Lê Minh",
            "Lê Nam",
            "Lê Nga",
            "Lê Ngân",
            "Lê Nhung",
            "Lê Oanh",
            "Lê Ôn",
            "Lê Ơn",
            "Lê Phúc",
            "Lê Quân",
            "Lê Rạng",
            "Lê Sang",
            "Lê Sáng",
            "Lê Sơn",
            "Lê Tâm",
            "Lê Thảo",
            "Lê Tuấn",
            "Lê Uyên",
            "Lê Ưng",
            "Lê Vân",
            "Lê Vũ",
            "Lê Xuân",
            "Lê Yên",
            "Lê Yến");

    private static final int PRESENT = 40;
    private static final int INSERTED_AT_MOST = 400;

    private final World world;
    private final Account officer;

    NamesTest(World world) {
        this.world = world;
        this.officer = world.own().holder("OFFICER");
    }

    @Test
    void lists_come_in_vietnamese_order_by_given_name() {
        String section = section();
        List<String> shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(2022));
        enrol(section, shuffled);
        List<String> listed = new ArrayList<>();
        list("/api/v1/members?limit=200&unit=" + section)
                .path("items")
                .forEach(item -> listed.add(item.path("fullName").asText()));
        assertEquals(IN_ORDER, listed);
    }

    @Test
    void names_are_found_without_diacritics_in_any_case_and_any_unicode_form() {
        String section = section();
        String decomposed = Normalizer.normalize("Đặng Nguyễn Hoà", Form.NFD);
        enrol(section, List.of("Đặng Nguyễn Hòa", decomposed, "Trần Văn Bình"));
        List<String> both = List.of("Đặng Nguyễn Hòa", "Đặng Nguyễn Hoà");
        for (String text : List.of(
                "nguyen", "NGUYỄN", "Nguyễn", "dang", "đặng", "ĐẶNG", "Dang nguyen", "hoa", "hòa", "HOÀ", "g Ng")) {
            assertEquals(Set.copyOf(both), Set.copyOf(found(section, text)), text);
            String other = Normalizer.normalize(text, Form.NFD);
            assertEquals(Set.copyOf(both), Set.copyOf(found(section, other)), "decomposed " + text);
        }
        assertEquals(List.of("Trần Văn Bình"), found(section, "binh"));
        assertEquals(List.of(), found(section, "%"));
        assertEquals(List.of(), found(section, "_"));
        assertEquals(Set.copyOf(both), Set.copyOf(found(section, "nguyenx")), "mistyped");
        assertEquals(List.of(), found(section, "wxyzqj"));
    }

    @Test
    void paging_neither_repeats_nor_skips_while_rows_are_inserted() throws InterruptedException {
        String section = section();
        List<String> names = new ArrayList<>();
        for (int index = 0; index < PRESENT; index++) {
            names.add("Phạm Văn " + Forms.word());
        }
        Set<String> present = new HashSet<>(enrol(section, names));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger inserted = new AtomicInteger();
        Thread inserting = Thread.ofVirtual().start(() -> {
            while (!stop.get() && inserted.get() < INSERTED_AT_MOST) {
                enrol(section, List.of("Phạm Thị " + Forms.word()));
                inserted.incrementAndGet();
            }
        });
        List<String> seen = new ArrayList<>();
        try {
            String page = "/api/v1/members?limit=3&unit=" + section;
            String next = page;
            while (!next.isEmpty()) {
                JsonNode answer = list(next);
                assertTrue(answer.path("items").size() <= 3);
                answer.path("items").forEach(item -> seen.add(item.path("id").asText()));
                JsonNode cursor = answer.path("next");
                next = cursor.isNull() ? "" : page + "&cursor=" + cursor.asText();
                int before = inserted.get();
                assertTrue(
                        Waiting.until(() -> inserted.get() > before || !inserting.isAlive(), Duration.ofMinutes(1)),
                        "nobody was inserted between two pages");
            }
        } finally {
            stop.set(true);
            inserting.join();
        }
        assertTrue(inserted.get() > 5, "only " + inserted + " were inserted meanwhile");
        assertEquals(seen.size(), new HashSet<>(seen).size(), "somebody came twice");
        assertTrue(seen.containsAll(present), "somebody was skipped");
    }

    private String section() {
        return world.own().records().unit("SECTION", world.own().id()).id();
    }

    private List<String> enrol(String unit, List<String> names) {
        ObjectNode rows = Json.object();
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            ObjectNode form = Forms.enrolment(unit).put("fullName", name);
            ids.add(form.path("id").asText());
            rows.withArray("items").add(form);
        }
        Answer answer = world.gateway().send(Call.of("POST", "/api/v1/members/enrolments", rows), officer.token());
        answer.require(200)
                .json()
                .path("items")
                .forEach(row -> assertEquals("CREATED", row.path("outcome").asText(), row.toString()));
        return ids;
    }

    private List<String> found(String unit, String text) {
        List<String> names = new ArrayList<>();
        list("/api/v1/members?unit=" + unit + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .path("items")
                .forEach(item -> names.add(item.path("fullName").asText()));
        return names;
    }

    private JsonNode list(String path) {
        return world.gateway()
                .send(Call.get(path), officer.token())
                .require(200)
                .json();
    }
}
