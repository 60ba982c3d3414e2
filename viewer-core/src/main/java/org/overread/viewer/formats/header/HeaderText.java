// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.header;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.formats.data.WatchedStream;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;

/// The lines at the start of a file, up to a limit; knows at which byte it stands. Belongs to one thread.
public final class HeaderText {
    static final int LONGEST_HEADER = 1 << 20;

    private final String file;
    private final byte[] start;
    private int at;

    public HeaderText(Path file) throws IOException {
        this.file = FileNames.of(file);
        try (InputStream in = new WatchedStream(Files.newInputStream(file))) {
            start = in.readNBytes(LONGEST_HEADER);
        }
    }

    /// The next line without its end; empty after the last.
    public Optional<String> next() throws UnreadableImage {
        if (at >= start.length) {
            if (start.length == LONGEST_HEADER) {
                throw new UnreadableImage(
                        new ReadRefusal.BadHeader(
                                file, "it does not end within " + LONGEST_HEADER + " bytes"));
            }
            return Optional.empty();
        }
        int from = at;
        while (at < start.length && start[at] != '\n') {
            at++;
        }
        int to = at > from && start[at - 1] == '\r' ? at - 1 : at;
        at++;
        return Optional.of(new String(start, from, to - from, StandardCharsets.UTF_8));
    }

    /// The first byte after the lines read so far.
    public long position() {
        return Math.min(at, start.length);
    }

    /// All lines that are left, without empty ones.
    public List<String> restOfLines() throws UnreadableImage {
        List<String> lines = new ArrayList<>();
        for (var line = next(); line.isPresent(); line = next()) {
            if (!line.get().isBlank()) {
                lines.add(line.get().strip());
            }
        }
        return lines;
    }
}
