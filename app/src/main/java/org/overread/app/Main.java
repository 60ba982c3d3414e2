// SPDX-License-Identifier: Apache-2.0
package org.overread.app;

import org.overread.app.cli.Overread;
import org.overread.app.desktop.Desktop;

/// The way in: the workstation and every command.
///
/// Not a JavaFX application itself, so that a command starts without the toolkit.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(
                Overread.run(
                        args,
                        arguments -> Desktop.main(arguments.toArray(String[]::new)),
                        () -> "CPU"));
    }
}
