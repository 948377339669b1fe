package vn.congdoan.vks.welfare.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;

/// A link's hash: SHA-256 over these lines in UTF-8, joined by a line feed: the hash of the link before in hexadecimal
/// digits (64 zeros before the first), the ids of the fund and of the transfer, its day, kind, purpose, the id of the
/// transfer that it takes back (each empty where there is none), and its postings as `ACCOUNT:amount`, joined by
/// commas.
final class ProofHash {

    static final int BYTES = 32;

    private final byte[] value;

    private ProofHash(byte[] value) {
        this.value = value;
    }

    /// What comes before the first link of a fund.
    static ProofHash none() {
        return new ProofHash(new byte[BYTES]);
    }

    static ProofHash of(byte[] stored) {
        return new ProofHash(stored.clone());
    }

    /// The hash of the next link.
    ProofHash then(BookedTransfer transfer) {
        String postings = transfer.postings().stream()
                .map(each -> each.account() + ":" + each.amount())
                .collect(Collectors.joining(","));
        String text = String.join(
                "\n",
                hex(),
                transfer.fund().toString(),
                transfer.id().toString(),
                transfer.date().toString(),
                transfer.kind().name(),
                transfer.purpose() == null ? "" : transfer.purpose().name(),
                transfer.reverses() == null ? "" : transfer.reverses().toString(),
                postings);
        try {
            return new ProofHash(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(value);
    }

    byte[] bytes() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProofHash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }
}
