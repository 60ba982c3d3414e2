// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/// What a command did, run in this JVM.
record Ran(int status, String out, String err) {

    static Ran command(String... args) {
        return command(_ -> {}, args);
    }

    static Ran command(DesktopOpener desktop, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                Overread.commandLine(desktop, () -> "CPU")
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute(args);
        return new Ran(status, out.toString(), err.toString());
    }
}
