// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// The row that a query is at. Valid until the reader returns.
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /// Makes a value of a row.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws StoreException;
    }

    public long number(String column) throws StoreException {
        try {
            return result.getLong(column);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    public int small(String column) throws StoreException {
        return Math.toIntExact(number(column));
    }

    public String text(String column) throws StoreException {
        return optionalText(column).orElse("");
    }

    public Optional<String> optionalText(String column) throws StoreException {
        try {
            return Optional.ofNullable(result.getString(column));
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    public Bytes bytes(String column) throws StoreException {
        return optionalBytes(column).orElse(Bytes.EMPTY);
    }

    public Optional<Bytes> optionalBytes(String column) throws StoreException {
        try {
            return Optional.ofNullable(result.getBytes(column)).map(Bytes::handedOver);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    public Digest digest(String column) throws StoreException {
        return optionalDigest(column)
                .orElseThrow(() -> new StoreException(StoreFault.DAMAGED, "no digest"));
    }

    public Optional<Digest> optionalDigest(String column) throws StoreException {
        Optional<Bytes> bytes = optionalBytes(column);
        if (bytes.isPresent() && bytes.get().length() != Digest.LENGTH) {
            throw new StoreException(StoreFault.DAMAGED, "a digest of another length");
        }
        return bytes.map(b -> Digest.wrap(b.toArray()));
    }

    public Optional<Long> optionalNumber(String column) throws StoreException {
        try {
            long value = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// Whether the row, all of whose columns were asked for, is as it was written.
    public boolean isSealed(String table) throws StoreException {
        return cells().isSealed(table);
    }

    Cells cells() throws StoreException {
        try {
            return Cells.of(result);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }
}
