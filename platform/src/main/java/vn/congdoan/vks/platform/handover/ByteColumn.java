package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;

/// A column of bytes in a row that moves, written as PostgreSQL does in JSON.
public record ByteColumn(String name) {

    private static final String HEX = "\\x";

    public boolean isIn(ObjectNode row) {
        return row.hasNonNull(name);
    }

    public byte[] of(ObjectNode row) {
        return HexFormat.of().parseHex(row.path(name).asText().substring(HEX.length()));
    }

    public void put(ObjectNode row, byte[] bytes) {
        row.put(name, HEX + HexFormat.of().formatHex(bytes));
    }
}
