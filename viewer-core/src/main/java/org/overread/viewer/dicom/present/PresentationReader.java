// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.ElementWalker;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.OpenedFile;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.PresentationState.Image;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.present.PresentationState.Point;
import org.overread.viewer.dicom.present.PresentationState.Windowed;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.dicom.value.ValueMeaning.VoiWindow;
import org.overread.viewer.dicom.value.VoiReader;
import org.overread.viewer.slice.tone.Preset;

/// Reads greyscale softcopy presentation states (PS3.3 A.33.1). What makes no sense is left out.
public final class PresentationReader {
    private static final String GREYSCALE = "1.2.840.10008.5.1.4.1.1.11.1";

    private final Attributes header;
    private final List<Image> listed;
    private final Set<Missing> missing = EnumSet.noneOf(Missing.class);
    private final Map<String, Integer> colours = new HashMap<>();

    private PresentationReader(Attributes header) {
        this.header = header;
        listed = listed();
    }

    /// Empty for files of any other kind.
    public static Optional<PresentationState> read(DicomFile file, ByteSource source)
            throws IOException {
        try (OpenedFile opened = OpenedFile.of(source)) {
            var structure =
                    ElementWalker.walk(
                            opened.cursor(), opened.start().dataSet(), opened.start().encoding());
            Attributes header = Attributes.read(opened, structure);
            return header.text(TagNumbers.SOP_CLASS).equals(GREYSCALE)
                    ? Optional.of(new PresentationReader(header).read(file))
                    : Optional.empty();
        }
    }

    private PresentationState read(DicomFile file) {
        readLayers();
        List<Windowed> windows = windows();
        List<Area> areas = areas();
        List<Drawing> drawings = drawings();
        noteMissing();
        return new PresentationState(
                file,
                header.text(TagNumbers.SOP_INSTANCE),
                header.text(PresentationTags.LABEL),
                header.text(PresentationTags.DESCRIPTION),
                series(),
                rescale(),
                windows,
                areas,
                drawings,
                missing);
    }

    /// Numbers as they are stored where it says none or makes no sense.
    private Rescale rescale() {
        double slope = header.number(TagNumbers.SLOPE).orElse(1);
        double intercept = header.number(TagNumbers.INTERCEPT).orElse(0);
        boolean sane = Double.isFinite(slope) && slope != 0 && Double.isFinite(intercept);
        return sane ? new Rescale(slope, intercept) : Rescale.IDENTITY;
    }

    private Set<String> series() {
        var all = new HashSet<String>();
        for (Attributes item : header.items(PresentationTags.REFERENCED_SERIES)) {
            all.add(item.text(TagNumbers.SERIES_UID));
        }
        return all;
    }

    /// All images that the state is for.
    private List<Image> listed() {
        return header.items(PresentationTags.REFERENCED_SERIES).stream()
                .flatMap(series -> named(series).stream())
                .toList();
    }

    /// Those that a part of the state is for: all where it names none.
    private List<Image> images(Attributes item) {
        List<Image> named = named(item);
        return named.isEmpty() ? listed : named;
    }

    private static List<Image> named(Attributes item) {
        return item.items(PresentationTags.REFERENCED_IMAGES).stream()
                .map(
                        image ->
                                new Image(
                                        image.text(PresentationTags.REFERENCED_INSTANCE),
                                        frames(image)))
                .toList();
    }

    private static Set<Integer> frames(Attributes image) {
        var frames = new HashSet<Integer>();
        image.numbers(PresentationTags.REFERENCED_FRAMES)
                .forEach(frame -> frames.add(frame.intValue()));
        return frames;
    }

    private List<Windowed> windows() {
        var all = new ArrayList<Windowed>();
        for (Attributes item : header.items(PresentationTags.VOI)) {
            List<Double> centers = item.numbers(TagNumbers.WINDOW_CENTER);
            List<Double> widths = item.numbers(TagNumbers.WINDOW_WIDTH);
            List<String> names = item.texts(TagNumbers.WINDOW_NAME);
            var windows = new ArrayList<VoiWindow>();
            for (int n = 0; n < Math.min(centers.size(), widths.size()); n++) {
                if (isWindow(centers.get(n), widths.get(n))) {
                    String name = n < names.size() ? names.get(n) : "";
                    windows.add(new VoiWindow(name, centers.get(n), widths.get(n)));
                }
            }
            FrameAttributes own = FrameAttributes.of(item, List.of(header));
            for (Preset preset : VoiReader.read(item, own, windows)) {
                all.add(new Windowed(images(item), preset));
            }
        }
        return all;
    }

    private static boolean isWindow(double center, double width) {
        return Double.isFinite(center) && Double.isFinite(width) && width > 0;
    }

    private List<Area> areas() {
        var all = new ArrayList<Area>();
        for (Attributes item : header.items(PresentationTags.AREAS)) {
            List<Double> from = item.numbers(PresentationTags.AREA_FROM);
            List<Double> to = item.numbers(PresentationTags.AREA_TO);
            boolean finite = Stream.concat(from.stream(), to.stream()).allMatch(Double::isFinite);
            if (from.size() == 2 && to.size() == 2 && finite) {
                // whole pixels, counted from 1, the last one inside
                double left = Math.min(from.get(0), to.get(0)) - 1;
                double top = Math.min(from.get(1), to.get(1)) - 1;
                double right = Math.max(from.get(0), to.get(0));
                double bottom = Math.max(from.get(1), to.get(1));
                all.add(new Area(images(item), new Point(left, top), new Point(right, bottom)));
            }
        }
        return all;
    }

    private void readLayers() {
        for (Attributes layer : header.items(PresentationTags.LAYERS)) {
            List<Double> lab = layer.numbers(PresentationTags.LAYER_CIELAB);
            if (lab.size() == 3) {
                colours.put(
                        layer.text(PresentationTags.LAYER),
                        Cielab.rgb(lab.get(0), lab.get(1), lab.get(2)));
            }
        }
    }

    private List<Drawing> drawings() {
        var all = new ArrayList<Drawing>();
        for (Attributes item : header.items(PresentationTags.ANNOTATIONS)) {
            List<Image> on = images(item);
            var rgb = Optional.ofNullable(colours.get(item.text(PresentationTags.LAYER)));
            var shapes = new ShapeReader(missing);
            shapes.read(item).forEach(shape -> all.add(new Drawing(on, shape, rgb)));
        }
        return all;
    }

    private void noteMissing() {
        boolean turned =
                header.number(PresentationTags.ROTATION).orElse(0) % 360 != 0
                        || header.text(PresentationTags.FLIP).equals("Y");
        note(Missing.TURNED, turned);
        note(Missing.SHUTTER, !header.texts(PresentationTags.SHUTTER).isEmpty());
        note(Missing.SUBTRACTION, !header.items(PresentationTags.SUBTRACTION).isEmpty());
        boolean inverse = header.text(PresentationTags.GREYS_SHAPE).equals("INVERSE");
        note(Missing.GREYS, inverse || !header.items(PresentationTags.GREYS_TABLE).isEmpty());
        note(Missing.OVERLAYS, !header.texts(PresentationTags.OVERLAY_LAYER).isEmpty());
    }

    private void note(Missing what, boolean there) {
        if (there) {
            missing.add(what);
        }
    }
}
