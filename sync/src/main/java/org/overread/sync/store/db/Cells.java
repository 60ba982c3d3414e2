// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// The cells of one row by the names of their columns, on their way into a table or out of it.
///
/// A row is stored with its seal, the first bytes of a SHA-256 over the table's name and all cells, for SQLite keeps no
/// checksums of its own: a bit that turns over in a number or a text would otherwise be believed.
public final class Cells {
    static final String SEAL = "seal";
    private static final int SEAL_BYTES = 8;

    private final SortedMap<String, @Nullable Object> values = new TreeMap<>();

    /// No cells yet.
    public static Cells of() {
        return new Cells();
    }

    static Cells of(ResultSet result) throws SQLException {
        var cells = new Cells();
        ResultSetMetaData columns = result.getMetaData();
        for (int n = 1; n <= columns.getColumnCount(); n++) {
            Object value = result.getObject(n);
            cells.values.put(
                    columns.getColumnName(n),
                    value instanceof Integer small ? Long.valueOf(small) : value);
        }
        return cells;
    }

    public Cells with(String column, long value) {
        values.put(column, value);
        return this;
    }

    public Cells with(String column, String value) {
        values.put(column, value);
        return this;
    }

    public Cells with(String column, Bytes value) {
        values.put(column, value.toArray()); // fresh: the driver keeps the array
        return this;
    }

    public Cells with(String column, Digest value) {
        values.put(column, value.toArray());
        return this;
    }

    /// A text, a number, bytes or a digest, or none.
    public Cells with(String column, Optional<?> value) {
        Object plain = value.orElse(null);
        values.put(
                column,
                switch (plain) {
                    case null -> null;
                    case Bytes bytes -> bytes.toArray();
                    case Digest digest -> digest.toArray();
                    case String text -> text;
                    case Long number -> number;
                    default ->
                            throw new IllegalArgumentException(
                                    "a cell of " + plain.getClass().getName());
                });
        return this;
    }

    SortedMap<String, @Nullable Object> values() {
        return values;
    }

    byte[] seal(String table) {
        MessageDigest sha = Digest.sha256();
        addText(sha, table);
        for (Map.Entry<String, @Nullable Object> cell : values.entrySet()) {
            // absent cells leave no trace, so that a column may be added later
            if (!cell.getKey().equals(SEAL) && cell.getValue() != null) {
                addText(sha, cell.getKey());
                addValue(sha, cell.getValue());
            }
        }
        return ByteBuffer.allocate(SEAL_BYTES).put(sha.digest(), 0, SEAL_BYTES).array();
    }

    boolean isSealed(String table) {
        return values.get(SEAL) instanceof byte[] seal && MessageDigest.isEqual(seal, seal(table));
    }

    long id() {
        return values.get("id") instanceof Long id ? id : 0;
    }

    /// The cells without their seal, to be sealed anew.
    Cells unsealed() {
        values.remove(SEAL);
        return this;
    }

    private static void addText(MessageDigest sha, String text) {
        addBytes(sha, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void addBytes(MessageDigest sha, byte[] bytes) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha.update(bytes);
    }

    private static void addValue(MessageDigest sha, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Long number -> {
                sha.update((byte) 1);
                sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
            }
            case String text -> {
                sha.update((byte) 2);
                addText(sha, text);
            }
            case byte[] bytes -> {
                sha.update((byte) 3);
                addBytes(sha, bytes);
            }
            default -> sha.update((byte) 4); // no table of ours holds such a cell
        }
    }
}
