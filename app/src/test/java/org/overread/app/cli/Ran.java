// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.overread.app.cli.volumes.SampleWriter;

/// What a command did, run in this JVM.
public record Ran(int status, String out, String err) {

    public static Ran command(String... args) {
        return command(new Parts(_ -> {}, () -> "CPU", (_, _, _, _) -> List.of()), args);
    }

    public static Ran command(DesktopOpener desktop, String... args) {
        return command(new Parts(desktop, () -> "CPU", (_, _, _, _) -> List.of()), args);
    }

    public static Ran command(SampleWriter sample, String... args) {
        return command(new Parts(_ -> {}, () -> "CPU", sample), args);
    }

    private static Ran command(Parts parts, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Overread.commandLine(parts)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(args);
        return new Ran(status, out.toString(), err.toString());
    }
}
