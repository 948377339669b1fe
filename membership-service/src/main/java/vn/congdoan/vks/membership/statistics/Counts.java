package vn.congdoan.vks.membership.statistics;

import java.util.Arrays;

/// A number for each cell.
final class Counts {

    private final int[] numbers;

    Counts() {
        this(new int[Cell.NUMBER]);
    }

    private Counts(int[] numbers) {
        this.numbers = numbers;
    }

    int of(int cell) {
        return numbers[cell];
    }

    void add(int cell, int number) {
        numbers[cell] += number;
    }

    /// Adds all of another, so many times.
    void add(Counts other, int times) {
        for (int cell = 0; cell < numbers.length; cell++) {
            numbers[cell] += other.numbers[cell] * times;
        }
    }

    boolean isZero() {
        return Arrays.stream(numbers).allMatch(number -> number == 0);
    }
}
