// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.viewer.formats.data.DataPart.Coding;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.ImageLayout;

/// The files in which a detached header's samples stand: one, a list, or a numbered pattern.
public record DataFiles(List<Path> files) {
    private static final int MOST_FILES = 1 << 16;
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(.*)%(0?)(\\d{0,2})d(\\S*)\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})(\\s+\\d{1,2})?");

    public DataFiles {
        files = List.copyOf(files);
    }

    public static DataFiles listed(Path header, List<String> names) throws UnreadableImage {
        if (names.isEmpty() || names.size() > MOST_FILES) {
            throw wrong(header, "it lists %d data files".formatted(names.size()));
        }
        List<Path> files = new ArrayList<>(names.size());
        for (String name : names) {
            files.add(beside(header, name));
        }
        return new DataFiles(files);
    }

    /// A name, or a pattern like `slice%03d.raw 1 40 1`.
    public static DataFiles named(Path header, String text) throws UnreadableImage {
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.matches()
                ? numbered(header, numbered)
                : new DataFiles(List.of(beside(header, text)));
    }

    private static DataFiles numbered(Path header, Matcher pattern) throws UnreadableImage {
        long first = Long.parseLong(pattern.group(5));
        long last = Long.parseLong(pattern.group(6));
        long step = Long.parseLong(pattern.group(7));
        long count = step == 0 ? 0 : (last - first) / step + 1;
        if (count < 1 || count > MOST_FILES) {
            throw wrong(header, "it names %d data files".formatted(count));
        }
        int width = pattern.group(3).isEmpty() ? 1 : Integer.parseInt(pattern.group(3));
        String fill = pattern.group(2).isEmpty() ? " " : "0";
        List<Path> files = new ArrayList<>();
        for (long n = 0; n < count; n++) {
            String number = Long.toString(first + n * step);
            String padded = fill.repeat(Math.max(0, width - number.length())) + number;
            files.add(beside(header, pattern.group(1) + padded + pattern.group(4)));
        }
        return new DataFiles(files);
    }

    private static Path beside(Path header, String name) throws UnreadableImage {
        try {
            return header.resolveSibling(name);
        } catch (InvalidPathException _) {
            throw wrong(header, FileNames.quoted(name) + " is no name of a file");
        }
    }

    /// An equal share of the samples in each file.
    public List<DataPart> parts(
            Path header, ImageLayout layout, Coding coding, long offset, long lines, long skip)
            throws UnreadableImage {
        if (layout.samples() % files.size() != 0) {
            throw wrong(
                    header,
                    "%d samples do not spread evenly over %d files"
                            .formatted(layout.samples(), files.size()));
        }
        long share = layout.samples() / files.size() * layout.type().bytes();
        return files.stream()
                .map(f -> new DataPart(f, coding, offset, lines, skip, layout.type(), share))
                .toList();
    }

    private static UnreadableImage wrong(Path header, String fault) {
        return new UnreadableImage(new ReadRefusal.BadHeader(FileNames.of(header), fault));
    }
}
