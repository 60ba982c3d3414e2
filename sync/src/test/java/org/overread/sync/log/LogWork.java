// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.refusal.RefusedException;

/// Appends batches to a log and says of each that it is there, for processes that are killed and processes that compete.
public final class LogWork {
    private LogWork() {}

    /// Folder, name of the writer, number of batches, entries a batch.
    public static void main(String[] args) throws IOException, RefusedException {
        var log = new VerifiableLog("north.example/log", new FileTiles(Path.of(args[0])));
        int batches = Integer.parseInt(args[2]);
        int size = Integer.parseInt(args[3]);
        System.out.println("B");
        for (int batch = 0; batch < batches; batch++) {
            List<Bytes> entries = new ArrayList<>();
            for (int n = 0; n < size; n++) {
                entries.add(Bytes.utf8("%s %d %d".formatted(args[1], batch, n)));
            }
            log.append(entries, VerifiableLogTest.secret(1));
            System.out.println("S " + batch);
        }
        System.out.println("E");
    }
}
