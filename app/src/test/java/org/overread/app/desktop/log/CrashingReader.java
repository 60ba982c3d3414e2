// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.overread.app.cli.CommandLines;

/// A program that reads a study, fails upon a part of it, and then waits to be crashed from outside.
final class CrashingReader {
    static final String READY = "ready";

    private CrashingReader() {}

    public static void main(String[] args) throws IOException {
        Path study = Path.of(args[0]);
        CommandLines.Ended read = CommandLines.run("inspect", study.toString());
        CommandLines.Ended failed = CommandLines.run("inspect", study.resolve("none").toString());
        byte[] file = Files.readAllBytes(study.resolve("I0"));
        try (var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out))) {
            out.println(READY);
            out.flush();
            while (System.in.read() >= 0) { // until it is killed
                out.println(read.out().length() + failed.err().length() + file.length);
            }
        }
    }
}
