// SPDX-License-Identifier: Apache-2.0
package org.overread.app.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that 3D Slicer writes into the header of a `.seg.nrrd` file, by the values of the labels.
final class SegmentNames {
    private static final int MOST = 1 << 20;
    private static final Pattern FIELD =
            Pattern.compile("Segment(\\d+)_(Name|LabelValue):=(.*)", Pattern.CASE_INSENSITIVE);

    private SegmentNames() {}

    /// None where the file is of another kind.
    static Map<Integer, String> read(Path file) throws IOException {
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> values = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (!new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("NRRD")) {
                return Map.of();
            }
            int left = MOST;
            for (Optional<String> line = line(in); line.isPresent(); line = line(in)) {
                left -= line.get().length();
                Matcher field = FIELD.matcher(line.get());
                if (line.get().isEmpty() || left < 0) {
                    break;
                }
                if (field.matches()) {
                    if (field.group(2).equalsIgnoreCase("name")) {
                        names.put(field.group(1), field.group(3).strip());
                    } else if (field.group(3).strip().matches("\\d{1,5}")) {
                        values.put(field.group(1), Integer.valueOf(field.group(3).strip()));
                    }
                }
            }
        }
        var byValue = new HashMap<Integer, String>();
        values.forEach(
                (segment, value) ->
                        Optional.ofNullable(names.get(segment))
                                .filter(name -> !name.isBlank())
                                .ifPresent(name -> byValue.put(value, name)));
        return Map.copyOf(byValue);
    }

    private static Optional<String> line(InputStream in) throws IOException {
        var out = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || out.length() > MOST) {
                return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
            }
            if (c != '\r') {
                out.append((char) c);
            }
        }
        return Optional.of(out.toString());
    }
}
