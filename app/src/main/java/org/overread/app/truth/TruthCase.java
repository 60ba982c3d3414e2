// SPDX-License-Identifier: Apache-2.0
package org.overread.app.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One hard case. `row` is the row of the table of hard cases that it stands for.
record TruthCase(String row, String name, Expected expected, Writer writer) {

    /// What may become of it.
    enum Expected {
        OPENED,
        /// A refusal with its reason is as good as the right picture.
        OPENED_OR_REFUSED
    }

    /// Writes the files of the case and says what is in them.
    @FunctionalInterface
    interface Writer {
        Truth write(Path folder) throws IOException, InterruptedException, NotHereException;
    }

    /// What a case must open as; `patientName` where the case is about text.
    record Truth(List<Part> parts, Optional<String> patientName) {
        Truth {
            parts = List.copyOf(parts);
        }

        static Truth of(Part... parts) {
            return new Truth(List.of(parts), Optional.empty());
        }
    }

    static TruthCase opened(String row, String name, Writer writer) {
        return new TruthCase(row, name, Expected.OPENED, writer);
    }

    /// A case needs a program or a file that is not here.
    static final class NotHereException extends Exception {
        @java.io.Serial private static final long serialVersionUID = 1;

        NotHereException(String what) {
            super(what);
        }
    }
}
