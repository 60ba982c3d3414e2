// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One line of the log: when (UTC), how serious, which class, what; a stack trace on the lines below.
final class LogLine extends Formatter {

    @Override
    public String format(LogRecord entry) {
        String name = entry.getLoggerName();
        String line =
                "%s %s %s: %s%n"
                        .formatted(
                                entry.getInstant(),
                                entry.getLevel().getName(),
                                name == null ? "" : name.substring(name.lastIndexOf('.') + 1),
                                formatMessage(entry));
        Throwable thrown = entry.getThrown();
        if (thrown == null) {
            return line;
        }
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return line + trace;
    }
}
