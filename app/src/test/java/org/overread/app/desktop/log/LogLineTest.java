// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class LogLineTest {

    @Test
    void lineSaysWhenHowSeriousWhereAndWhat() {
        assertEquals(
                "1970-01-01T00:00:00Z WARNING Scan: 3 files skipped" + System.lineSeparator(),
                new LogLine().format(entry()));
    }

    @Test
    void stackTraceFollowsItsLine() {
        var entry = entry();
        entry.setThrown(new IllegalStateException("why"));
        String text = new LogLine().format(entry);
        assertTrue(text.contains("\njava.lang.IllegalStateException: why"), text);
        assertTrue(text.contains("at " + LogLineTest.class.getName()), text);
    }

    private static LogRecord entry() {
        var entry = new LogRecord(Level.WARNING, "{0} files skipped");
        entry.setParameters(new Object[] {3});
        entry.setLoggerName("org.overread.viewer.dicom.Scan");
        entry.setInstant(Instant.EPOCH);
        return entry;
    }
}
