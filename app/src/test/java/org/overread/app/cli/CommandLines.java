// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

/// Runs commands in this JVM for tests of other packages.
public final class CommandLines {
    private CommandLines() {}

    /// What became of a command.
    public record Ended(int status, String out, String err) {}

    public static Ended run(String... args) {
        Ran ran = Ran.command(args);
        return new Ended(ran.status(), ran.out(), ran.err());
    }
}
