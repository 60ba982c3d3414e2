// SPDX-License-Identifier: Apache-2.0
package org.overread.app;

import org.overread.app.cli.Overread;

/// The way in: the workstation and every command.
///
/// Not a JavaFX application itself, so that a command starts without the toolkit.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(
                Overread.run(
                        args,
                        _ -> {
                            throw new UnsupportedOperationException("the desktop is joined here");
                        },
                        () -> "CPU"));
    }
}
