package vn.congdoan.vks.local.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The SHA-256 of every file in an archive. It is the archive's last file, in the form that `sha256sum -c` reads.
final class Sums {
    static final String FILE = "SHA256SUMS";

    private final Map<String, String> sums = new LinkedHashMap<>();

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void put(String name, byte[] sum) {
        if (sums.put(name, HexFormat.of().formatHex(sum)) != null) {
            throw new BackupRefused("The archive is broken: it holds " + name + " twice.");
        }
    }

    byte[] toText() {
        StringBuilder text = new StringBuilder();
        sums.forEach((name, sum) -> text.append(sum).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Refuses an archive whose files are not exactly those that were put into it.
    void requireSameAs(byte[] text) {
        Map<String, String> written = new LinkedHashMap<>();
        new String(text, StandardCharsets.UTF_8).lines().forEach(line -> {
            int gap = line.indexOf("  ");
            if (gap < 0) {
                throw new BackupRefused("The archive is broken: the sums of its files cannot be read.");
            }
            written.put(line.substring(gap + 2), line.substring(0, gap));
        });
        sums.forEach((name, sum) -> {
            if (!sum.equals(written.remove(name))) {
                throw new BackupRefused("The archive is broken: " + name + " is not what was backed up.");
            }
        });
        if (!written.isEmpty()) {
            throw new BackupRefused("The archive is broken: it lacks "
                    + written.keySet().iterator().next() + ".");
        }
    }
}
