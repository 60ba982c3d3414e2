// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;

/// One connection as its thread uses it. Statements are compiled once and kept.
public final class Sql {
    private final Connection connection;
    private final Map<String, PreparedStatement> compiled = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// Every row of a query.
    public <T> List<T> list(String query, Row.Reader<T> reader, Object... arguments)
            throws StoreException {
        var rows = new ArrayList<T>();
        forEach(query, row -> rows.add(reader.read(row)), arguments);
        return rows;
    }

    /// The first row of a query.
    public <T> Optional<T> first(String query, Row.Reader<T> reader, Object... arguments)
            throws StoreException {
        try (ResultSet result = bind(query, arguments).executeQuery()) {
            return result.next() ? Optional.of(reader.read(new Row(result))) : Optional.empty();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// Visits rows.
    @FunctionalInterface
    public interface RowVisitor {
        void visit(Row row) throws StoreException;
    }

    public void forEach(String query, RowVisitor visitor, Object... arguments)
            throws StoreException {
        try (ResultSet result = bind(query, arguments).executeQuery()) {
            var row = new Row(result);
            while (result.next()) {
                visitor.visit(row);
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// The number in the first column of the first row; 0 where there is none.
    public long number(String query, Object... arguments) throws StoreException {
        try (ResultSet result = bind(query, arguments).executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// Changes rows and says how many.
    public int change(String statement, Object... arguments) throws StoreException {
        try {
            return bind(statement, arguments).executeUpdate();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// Adds a row, sealed.
    public void insert(String table, Cells cells) throws StoreException {
        put("INSERT INTO ", table, cells);
    }

    /// Adds a row, sealed, in the place of the one with its key.
    public void replace(String table, Cells cells) throws StoreException {
        put("INSERT OR REPLACE INTO ", table, cells);
    }

    /// Gives the row of a number other cells, all of them, sealed anew.
    public void update(String table, long id, Cells cells) throws StoreException {
        Cells all = cells.with("id", id);
        var names = new ArrayList<>(all.values().keySet());
        var values = new ArrayList<@Nullable Object>(all.values().values());
        names.add(Cells.SEAL);
        values.add(all.seal(table));
        values.add(id);
        change(
                "UPDATE " + table + " SET " + String.join("=?,", names) + "=? WHERE id=?",
                values.toArray());
    }

    private void put(String verb, String table, Cells cells) throws StoreException {
        var names = new ArrayList<>(cells.values().keySet());
        var values = new ArrayList<@Nullable Object>(cells.values().values());
        names.add(Cells.SEAL);
        values.add(cells.seal(table));
        String marks = String.join(",", Collections.nCopies(names.size(), "?"));
        change(
                verb + table + "(" + String.join(",", names) + ") VALUES (" + marks + ")",
                values.toArray());
    }

    /// The number that the next row of a table gets.
    public long nextId(String table) throws StoreException {
        return 1 + number("SELECT max(id) FROM " + table);
    }

    /// Statements of a script, without results.
    void script(List<String> statements) throws StoreException {
        try (Statement plain = connection.createStatement()) {
            for (String statement : statements) {
                plain.execute(statement);
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /// The text in the first column of every row.
    List<String> texts(String query) throws StoreException {
        try (Statement plain = connection.createStatement();
                ResultSet result = plain.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
            return texts;
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private PreparedStatement bind(String text, @Nullable Object[] arguments) throws SQLException {
        PreparedStatement statement = compiled.get(text);
        if (statement == null) {
            statement = connection.prepareStatement(text);
            compiled.put(text, statement);
        }
        for (int n = 0; n < arguments.length; n++) {
            switch (arguments[n]) {
                case null -> statement.setNull(n + 1, java.sql.Types.NULL);
                case Long number -> statement.setLong(n + 1, number);
                case Integer number -> statement.setLong(n + 1, number);
                case String text1 -> statement.setString(n + 1, text1);
                case byte[] bytes -> statement.setBytes(n + 1, bytes);
                case Bytes bytes -> statement.setBytes(n + 1, bytes.toArray());
                case Digest digest -> statement.setBytes(n + 1, digest.toArray());
                default ->
                        throw new IllegalArgumentException(
                                "an argument of " + arguments[n].getClass().getName());
            }
        }
        return statement;
    }

    Connection connection() {
        return connection;
    }

    /// Gives up what was compiled; the connection stays open, for it is somebody else's.
    void forget() throws SQLException {
        for (PreparedStatement statement : compiled.values()) {
            statement.close();
        }
        compiled.clear();
    }

    void close() throws SQLException {
        forget();
        connection.close();
    }
}
