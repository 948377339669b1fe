package vn.congdoan.vks.platform.sync;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends in a failure once more was read than anybody sends in earnest: a small body may unpack to a huge one.
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream stream, long most) {
        super(stream);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("too much");
        }
    }
}
