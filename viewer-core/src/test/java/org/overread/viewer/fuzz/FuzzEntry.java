// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.fuzz;

import java.io.IOException;

/// Where Jazzer enters, in a JVM of its own: the first argument names the target.
public final class FuzzEntry {
    private static FuzzTarget.Reader reader = FuzzTarget.DICOM.reader();

    private FuzzEntry() {}

    public static void fuzzerInitialize(String[] args) {
        reader = FuzzTarget.valueOf(args[0]).reader();
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException, InterruptedException {
        reader.read(bytes);
    }

    public static void fuzzerTearDown() throws IOException {
        if (reader instanceof OpenedFiles) {
            OpenedFiles.clear();
        }
    }
}
