package vn.congdoan.vks.membership.statistics;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;

/// Counts and changes as bytes. Numbers take as many bytes as they need: seven bits in each, the lowest first, the
/// highest bit says that more follow; those that may be negative are told by 2n, or -2n - 1.
final class CountCodec {

    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private final byte[] bytes;
    private int next;

    private CountCodec(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a change.
    @FunctionalInterface
    interface Reader {
        void take(int day, int cell, int delta);
    }

    /// Each cell that is not zero: its number and its count.
    static byte[] counts(Counts counts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int cell = 0; cell < Cell.NUMBER; cell++) {
            if (counts.of(cell) != 0) {
                write(out, cell);
                writeSigned(out, counts.of(cell));
            }
        }
        return out.toByteArray();
    }

    static Counts counts(byte[] bytes) {
        CountCodec in = new CountCodec(bytes);
        Counts counts = new Counts();
        while (in.next < bytes.length) {
            counts.add(in.read(), in.readSigned());
        }
        return counts;
    }

    /// Each change: the days since the one before (the first: since the page's day), the cell, by how much.
    static byte[] changes(int pageDay, SortedMap<Long, Integer> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int day = pageDay;
        for (Map.Entry<Long, Integer> each : changes.entrySet()) {
            write(out, Postings.day(each.getKey()) - day);
            write(out, Postings.cell(each.getKey()));
            writeSigned(out, each.getValue());
            day = Postings.day(each.getKey());
        }
        return out.toByteArray();
    }

    static void changes(int pageDay, byte[] bytes, Reader reader) {
        CountCodec in = new CountCodec(bytes);
        int day = pageDay;
        while (in.next < bytes.length) {
            day += in.read();
            reader.take(day, in.read(), in.readSigned());
        }
    }

    private static void writeSigned(ByteArrayOutputStream out, int number) {
        write(out, (number << 1) ^ (number >> (Integer.SIZE - 1)));
    }

    private static void write(ByteArrayOutputStream out, int number) {
        int rest = number;
        while ((rest & -MORE) != 0) {
            out.write((rest & (MORE - 1)) | MORE);
            rest >>>= BITS;
        }
        out.write(rest);
    }

    private int readSigned() {
        int number = read();
        return (number >>> 1) ^ -(number & 1);
    }

    private int read() {
        int number = 0;
        int shift = 0;
        byte last;
        do {
            last = bytes[next++];
            number |= (last & (MORE - 1)) << shift;
            shift += BITS;
        } while (last < 0);
        return number;
    }
}
