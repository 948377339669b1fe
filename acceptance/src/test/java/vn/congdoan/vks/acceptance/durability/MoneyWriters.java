package vn.congdoan.vks.acceptance.durability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.Forms;

/// Give to a fund and pay from it, each time another amount, and repeat under the same key what was not answered. Some
/// have no patience and give up.
final class MoneyWriters implements AutoCloseable {

    /// A movement of money that was asked for. No two have the same amount.
    record Movement(boolean isPayment, long amount) {}

    private static final long LEAST_GIVEN = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api gateway;
    private final Supplier<String> token;
    private final String fund;
    private final Queue<Movement> tried = new ConcurrentLinkedQueue<>();
    private final Queue<Movement> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    MoneyWriters(int count, long seed, Api gateway, Supplier<String> token, String fund) {
        this.gateway = gateway;
        this.token = token;
        this.fund = fund;
        for (int index = 0; index < count; index++) {
            Random random = new Random(seed + index);
            threads.add(Thread.ofVirtual().start(() -> write(random)));
        }
    }

    List<Movement> tried() {
        return List.copyOf(tried);
    }

    List<Movement> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /// Answers that tell neither of success nor to try again.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// How many were answered only when they were asked for again.
    long repeated() {
        return repeated.get();
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void write(Random random) {
        while (!stopped.get()) {
            long next = number.incrementAndGet();
            boolean isPayment = random.nextBoolean();
            Movement movement = new Movement(isPayment, isPayment ? next : LEAST_GIVEN + next);
            tried.add(movement);
            ask(movement, random.nextInt(4) == 0 ? Duration.ZERO : PATIENCE);
        }
    }

    private void ask(Movement movement, Duration patience) {
        Call call = call(movement);
        long end = System.nanoTime() + patience.toNanos();
        boolean again = false;
        do {
            if (again) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            try {
                Answer answer = gateway.send(call, token.get());
                if (answer.status() == 201) {
                    acknowledged.add(movement);
                    if (again) {
                        repeated.incrementAndGet();
                    }
                    return;
                }
                if (answer.status() < 500 && !answer.code().equals("request-in-progress")) {
                    wrong.add(movement + ": " + answer);
                    return;
                }
            } catch (UncheckedIOException _) {
                // Killed under it: whether it was done is unknown.
            }
            again = true;
        } while (System.nanoTime() - end < 0);
    }

    private Call call(Movement movement) {
        ObjectNode form = movement.isPayment() ? Forms.expense() : Forms.contribution(fund);
        form.put("amount", movement.amount());
        String path = movement.isPayment() ? "/api/v1/funds/" + fund + "/entries" : "/api/v1/contributions";
        return Call.of("POST", path, form).with("Idempotency-Key", Forms.id());
    }
}
