// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.opening;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.app.desktop.reading.overlay.LabelVersion;
import org.overread.app.desktop.theme.StructureColor;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Reads a file whose numbers are labels as one version of labels. Blocks.
public final class LabelFiles {
    private static final int MOST_LABELS = 255;
    private static final int HEADER = 1 << 16;
    private static final Pattern NAME = Pattern.compile("(Segment\\d+)_Name:=(.*)");
    private static final Pattern VALUE = Pattern.compile("(Segment\\d+)_LabelValue:=(\\d+)\\s*");

    private LabelFiles() {}

    /// Why a file is no version of labels, in a sentence for the person.
    public static final class NoLabelsException extends IOException {
        private static final long serialVersionUID = 1;

        NoLabelsException(String sentence) {
            super(sentence);
        }
    }

    public static LabelVersion read(Path file, Crew crew, CancelToken cancel) throws IOException {
        Volume labels = volume(file, cancel);
        Map<Integer, String> names = names(file);
        var structures = new ArrayList<LabelVersion.Structure>();
        List<Integer> values = values(labels);
        for (int n = 0; n < values.size(); n++) {
            cancel.check();
            int value = values.get(n);
            Mask mask = MaskRows.between(labels.voxels().numbers(), value, value, crew);
            String name = names.getOrDefault(value, "Label " + value);
            int rgb = StructureColor.number((value - 1) % 64).rgb(); // the same in every version
            structures.add(new LabelVersion.Structure(name, rgb, mask));
        }
        Path last = file.getFileName();
        String title = last == null ? "labels" : last.toString();
        return new LabelVersion(title, labels.geometry(), structures);
    }

    private static Volume volume(Path file, CancelToken cancel) throws IOException {
        return switch (ImageFiles.read(file, Progress.Listener.NONE, cancel)) {
            case ReadOutcome.Refused(var reason) -> throw new NoLabelsException(reason.describe());
            case ReadOutcome.Read read when read.volumes().size() != 1 ->
                    throw new NoLabelsException(
                            "It holds %d volumes; labels are one."
                                    .formatted(read.volumes().size()));
            case ReadOutcome.Read read
                    when read.volumes().getFirst().voxels() instanceof Voxels.Colours ->
                    throw new NoLabelsException("It holds colours; labels are numbers.");
            case ReadOutcome.Read read -> read.volumes().getFirst();
        };
    }

    /// The labels that there are, ascending; 0 is none.
    private static List<Integer> values(Volume labels) throws NoLabelsException {
        var values = new TreeSet<Integer>();
        var cursor = labels.voxels().numbers().image().cursor();
        double before = 0;
        while (cursor.hasNext()) {
            double value = cursor.next().getRealDouble();
            if (value != before) {
                before = value;
                if (!(value >= 0 && value <= 0xFFFF) || value != Math.rint(value)) {
                    throw new NoLabelsException("Its numbers are values, not labels.");
                }
                if (value > 0 && values.add((int) value) && values.size() > MOST_LABELS) {
                    throw new NoLabelsException(
                            "It has more than %d different numbers: an image, not labels."
                                    .formatted(MOST_LABELS));
                }
            }
        }
        if (values.isEmpty()) {
            throw new NoLabelsException("It is empty: there is no label in it.");
        }
        return List.copyOf(values);
    }

    /// What an NRRD file calls its labels, as 3D Slicer writes it; nothing where it does not say.
    private static Map<Integer, String> names(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".nrrd") && !name.endsWith(".nhdr")) {
            return Map.of();
        }
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(HEADER), StandardCharsets.UTF_8);
        }
        int end = text.indexOf("\n\n");
        var named = new HashMap<String, String>();
        var valued = new HashMap<String, Integer>();
        for (String line : (end < 0 ? text : text.substring(0, end)).lines().toList()) {
            Matcher title = NAME.matcher(line);
            Matcher value = VALUE.matcher(line);
            if (title.matches()) {
                named.put(title.group(1), title.group(2).strip());
            } else if (value.matches() && value.group(2).length() < 6) {
                valued.put(value.group(1), Integer.valueOf(value.group(2)));
            }
        }
        var names = new HashMap<Integer, String>();
        valued.forEach(
                (segment, value) -> {
                    String found = named.get(segment);
                    if (found != null) {
                        names.put(value, found);
                    }
                });
        return names;
    }
}
