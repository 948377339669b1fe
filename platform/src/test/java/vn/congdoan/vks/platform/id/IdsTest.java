package vn.congdoan.vks.platform.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final int THREADS = 8;
    private static final int EACH = 20_000;

    @Test
    void an_id_is_a_uuid_of_version_7() {
        UUID id = Ids.next();

        assertEquals(7, id.version());
        assertEquals(2, id.variant());
    }

    @Test
    void an_id_is_later_than_all_before_it_whichever_thread_made_them() throws Exception {
        Set<UUID> made = ConcurrentHashMap.newKeySet();
        AtomicReference<String> latest = new AtomicReference<>("");
        Callable<Boolean> making = () -> IntStream.range(0, EACH).allMatch(_ -> {
            String known = latest.get();
            UUID id = Ids.next();
            made.add(id);
            // In hexadecimal, as PostgreSQL sorts them; Java's UUID compares with a sign.
            latest.accumulateAndGet(id.toString(), (one, other) -> one.compareTo(other) > 0 ? one : other);
            return id.toString().compareTo(known) > 0;
        });
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Boolean> ascending : threads.invokeAll(
                    Stream.generate(() -> making).limit(THREADS).toList())) {
                assertTrue(ascending.get());
            }
        }
        assertEquals(THREADS * EACH, made.size());
    }

    @Test
    void ids_ascend_even_where_the_clock_is_set_back() {
        AtomicLong clock = new AtomicLong(1_800_000_000_000L);
        AscendingIds ids = new AscendingIds(clock::get);
        String before = ids.next().toString();

        clock.addAndGet(-3_600_000);
        String during = ids.next().toString();
        clock.addAndGet(7_200_000);
        String after = ids.next().toString();

        assertTrue(before.compareTo(during) < 0, before + " < " + during);
        assertTrue(during.compareTo(after) < 0, during + " < " + after);
    }

    @Test
    void an_id_tells_when_it_was_made() {
        long millis = 1_800_000_000_000L;

        assertEquals(millis, new AscendingIds(() -> millis).next().getMostSignificantBits() >>> 16);
    }

    @Test
    void the_canonical_form_is_read() {
        UUID id = Ids.next();

        assertEquals(Optional.of(id), Ids.parse(id.toString()));
        assertEquals(
                Optional.of(id),
                Ids.parse(id.toString().toUpperCase(java.util.Locale.ROOT)),
                "capitals are canonical too");
    }

    @Test
    void no_other_form_is_read() {
        for (String text : List.of(
                "",
                "1-1-1-1-1",
                "0192d3c1-0000-7000-8000-00000000000",
                "0192d3c1-0000-7000-8000-0000000000000",
                "0192d3c1000070008000000000000000",
                "{0192d3c1-0000-7000-8000-000000000000}",
                " 0192d3c1-0000-7000-8000-000000000000",
                "0192d3c1-0000-7000-8000-000000000000\n",
                "0192d3c1-0000-7000-8000-00000000000g",
                "0192d3c1-0000-7000-8000-00000000000\u0661",
                "AZLTwQAAcACAAAAAAAAAAA==")) {
            assertEquals(Optional.empty(), Ids.parse(text), text);
        }
    }
}
