package vn.congdoan.vks.welfare.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.congdoan.vks.platform.problem.Unavailable;

/// Lets few requests at a time write to the books of one fund, in the order in which they came. All of them change the
/// same balances, and a row that many transactions wait for gets slower with each of them; besides, those that wait
/// here hold no connection, so one busy fund does not stop the others. Only a matter of speed: what several instances
/// of the service do at once is put in order by the database.
@ApplicationScoped
class Turns {

    /// One waits for the disk while the other one prepares.
    private static final int AT_ONCE = 2;

    /// Funds that meet at one gate only wait a little longer.
    private static final int GATES = 1024;

    private static final int PATIENCE_SECONDS = 8;

    private final Semaphore[] gates = new Semaphore[GATES];

    Turns() {
        Arrays.setAll(gates, each -> new Semaphore(AT_ONCE, true));
    }

    /// Does it when it is this request's turn at both funds. Gates are taken in one order wherever it is.
    <T> T takeBoth(FundId one, FundId other, Supplier<T> work) {
        int first = Math.floorMod(one.hashCode(), GATES);
        int second = Math.floorMod(other.hashCode(), GATES);
        if (first == second) {
            return take(one, work);
        }
        return first < second ? take(one, () -> take(other, work)) : take(other, () -> take(one, work));
    }

    /// Does it when it is this request's turn; 503 if that does not come in time.
    <T> T take(FundId fund, Supplier<T> work) {
        Semaphore gate = gates[Math.floorMod(fund.hashCode(), GATES)];
        try {
            if (!gate.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Unavailable("fund-busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("fund-busy");
        }
        try {
            return work.get();
        } finally {
            gate.release();
        }
    }
}
