package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How requests share a transaction, without a database.
class GroupCommitTest {

    private static final long PATIENCE_SECONDS = 10;

    /// What was written, group by group, in the order in which groups began.
    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);

    @Test
    void one_that_comes_alone_waits_for_nobody() {
        GroupCommit<Integer> commit = new GroupCommit<>(this::all);
        assertTrue(commit.write(1));
        assertTrue(commit.write(2));
        assertEquals(List.of(List.of(1), List.of(2)), groups);
    }

    @Test
    void those_that_come_while_others_are_written_are_written_together_in_their_order() throws Exception {
        GroupCommit<Integer> commit = new GroupCommit<>(this::held);
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>(List.of(occupy(commit, requests)));
            for (int part = 10; part < 20; part++) {
                answers.add(submit(commit, requests, part));
            }
            mayEnd.release(100);
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        }
        assertEquals(List.of(List.of(0), IntStream.range(10, 20).boxed().toList()), groups);
    }

    @Test
    void a_group_has_a_bounded_size() throws Exception {
        GroupCommit<Integer> commit = new GroupCommit<>(this::held);
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = new ArrayList<>(List.of(occupy(commit, requests)));
            for (int part = 0; part < 250; part++) {
                answers.add(submit(commit, requests, part));
            }
            mayEnd.release(100);
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        }
        assertEquals(List.of(1, 100, 100, 50), groups.stream().map(List::size).toList());
    }

    @Test
    void what_a_group_leaves_out_is_for_its_request_and_what_it_wrote_is_not() throws Exception {
        GroupCommit<Integer> commit = new GroupCommit<>(
                parts -> held(parts).stream().filter(each -> each != 11).toList());
        assertEquals(List.of(true, false, true), afterOthers(commit, List.of(10, 11, 12)));
    }

    @Test
    void of_a_group_that_fails_each_is_for_its_request() throws Exception {
        GroupCommit<Integer> commit = new GroupCommit<>(parts -> {
            held(parts);
            if (parts.contains(11)) {
                throw new IllegalStateException("This one is refused");
            }
            return parts;
        });
        assertEquals(List.of(false, false, false), afterOthers(commit, List.of(10, 11, 12)));
        assertTrue(commit.write(13));
    }

    @Test
    void equal_parts_are_each_what_they_are() throws Exception {
        List<Integer> equal = List.of(1_000_000, Integer.parseInt("1000000"));
        GroupCommit<Integer> commit = new GroupCommit<>(parts -> {
            held(parts);
            return parts.size() == 1 ? parts : List.of(parts.getFirst());
        });
        assertEquals(List.of(true, false), afterOthers(commit, equal));
    }

    /// Parts that come while others are written.
    private List<Boolean> afterOthers(GroupCommit<Integer> commit, List<Integer> parts) throws Exception {
        List<Boolean> written = new ArrayList<>();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> other = occupy(commit, requests);
            List<Future<Boolean>> asked = new ArrayList<>();
            for (Integer part : parts) {
                asked.add(submit(commit, requests, part));
            }
            mayEnd.release(100);
            assertTrue(other.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            for (Future<Boolean> answer : asked) {
                written.add(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        }
        assertEquals(List.of(List.of(0), parts), groups.subList(0, 2));
        return written;
    }

    /// Lets something be written that does not end yet.
    private Future<Boolean> occupy(GroupCommit<Integer> commit, ExecutorService requests) throws InterruptedException {
        Future<Boolean> answer = requests.submit(() -> commit.write(0));
        assertTrue(begun.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return answer;
    }

    /// Asks, and comes back when it stands in the queue.
    private static Future<Boolean> submit(GroupCommit<Integer> commit, ExecutorService requests, Integer part)
            throws InterruptedException {
        int before = commit.waiting();
        Future<Boolean> answer = requests.submit(() -> commit.write(part));
        while (commit.waiting() == before) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private Collection<Integer> all(List<Integer> parts) {
        groups.add(parts);
        return parts;
    }

    private Collection<Integer> held(List<Integer> parts) {
        groups.add(parts);
        begun.release();
        mayEnd.acquireUninterruptibly();
        return parts;
    }
}
