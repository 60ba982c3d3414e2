// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import java.util.Set;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One line of the log: when (UTC), how serious, which class, what; a stack trace on the lines below.
final class LogLine extends Formatter {
    private static final Set<Class<?>> PLAIN =
            Set.of(
                    IllegalStateException.class,
                    IllegalArgumentException.class,
                    NullPointerException.class,
                    IndexOutOfBoundsException.class,
                    ArrayIndexOutOfBoundsException.class,
                    ClassCastException.class,
                    ArithmeticException.class,
                    UnsupportedOperationException.class,
                    OutOfMemoryError.class,
                    StackOverflowError.class);

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
        var out = new StringBuilder(line);
        trace(thrown, "", out);
        return out.toString();
    }

    private static void trace(Throwable thrown, String before, StringBuilder out) {
        out.append(before).append(named(thrown)).append(System.lineSeparator());
        for (StackTraceElement frame : thrown.getStackTrace()) {
            out.append("\tat ").append(frame).append(System.lineSeparator());
        }
        Throwable cause = thrown.getCause();
        if (cause != null && cause != thrown) {
            trace(cause, "Caused by: ", out);
        }
    }

    /// What others say of a failure quotes what failed: paths of files, values of attributes. Only messages that this
    /// program words, and those of plain programming errors, are kept, and never one with a path.
    private static String named(Throwable thrown) {
        Class<?> kind = thrown.getClass();
        String message = thrown.getMessage();
        boolean ours = kind.getName().startsWith("org.overread.") || PLAIN.contains(kind);
        if (message == null || !ours || message.contains("/") || message.contains("\\")) {
            return kind.getName();
        }
        return kind.getName() + ": " + message;
    }
}
