// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The store failed: the outside world's doing, told by its fault. Nothing of what is stored is in the message.
///
/// It is an I/O failure, so that whatever takes objects from any source can take them from a store.
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1;

    private final StoreFault fault;

    public StoreException(StoreFault fault, String detail) {
        super(detail.isEmpty() ? fault.sentence() : fault.sentence() + " (" + detail + ")");
        this.fault = fault;
    }

    private StoreException(StoreFault fault, SQLException cause) {
        super(fault.sentence() + " (" + codeOf(cause) + ")", cause);
        this.fault = fault;
    }

    public StoreFault fault() {
        return fault;
    }

    static StoreException of(SQLException e) {
        return new StoreException(faultOf(e), e);
    }

    private static String codeOf(SQLException e) {
        return e instanceof SQLiteException sqlite
                ? sqlite.getResultCode().name()
                : "SQLite " + e.getErrorCode();
    }

    private static StoreFault faultOf(SQLException e) {
        if (e instanceof SQLiteException sqlite
                && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
            return StoreFault.FULL; // the file of the shared memory could not grow
        }
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xFF);
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> StoreFault.BUSY;
            case SQLITE_FULL -> StoreFault.FULL;
            case SQLITE_CORRUPT -> StoreFault.DAMAGED;
            case SQLITE_NOTADB -> StoreFault.NOT_A_DATABASE;
            case SQLITE_READONLY -> StoreFault.READ_ONLY;
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_ABORT -> StoreFault.REFUSED;
            default -> StoreFault.IO;
        };
    }
}
