// SPDX-License-Identifier: Apache-2.0
package org.overread.app;

import org.overread.app.cli.Overread;
import org.overread.app.cli.Parts;

/// The way in: the workstation and every command.
///
/// Not a JavaFX application itself, so that a command starts without the toolkit.
public final class Main {
    private static final Parts PARTS =
            new Parts(
                    _ -> {
                        throw new UnsupportedOperationException("the desktop is joined here");
                    },
                    () -> "CPU",
                    (_, _, _, _) -> {
                        throw new UnsupportedOperationException("the sample is joined here");
                    });

    private Main() {}

    public static void main(String[] args) {
        System.exit(Overread.run(args, PARTS));
    }
}
