// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What the codes mean, SQLite's page "Result and Error Codes" says.
final class StoreExceptionTest {

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, BUSY",
        "SQLITE_BUSY_SNAPSHOT, BUSY",
        "SQLITE_FULL, FULL",
        "SQLITE_IOERR_SHMSIZE, FULL",
        "SQLITE_IOERR_SHMMAP, IO",
        "SQLITE_IOERR_FSYNC, IO",
        "SQLITE_CORRUPT_INDEX, DAMAGED",
        "SQLITE_NOTADB, NOT_A_DATABASE",
        "SQLITE_READONLY_DBMOVED, READ_ONLY",
        "SQLITE_CONSTRAINT_UNIQUE, REFUSED"
    })
    void aCodeIsToldAsWhatAPersonCanDo(SQLiteErrorCode code, StoreFault fault) {
        assertEquals(fault, StoreException.of(new SQLiteException("said", code)).fault());
    }
}
