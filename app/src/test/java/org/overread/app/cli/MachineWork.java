// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// A computer of its own: one process with one home. The first signs, the second has a file and a root and nothing else.
final class MachineWork {
    private MachineWork() {}

    public static void main(String[] args) throws IOException {
        var office = new OfficeHands(Path.of(args[0]));
        try (var out = new PrintStream(new FileOutputStream(FileDescriptor.out))) {
            if (args[1].equals("sign")) {
                office.found();
                office.certify("ada", "Ada", "READER");
                office.bundle("ada.key", "reading.avb", "ada.cert");
                out.println("signed");
            } else {
                out.println(office.run("verify @reading.avb --root @root --json").out());
            }
        }
    }
}
