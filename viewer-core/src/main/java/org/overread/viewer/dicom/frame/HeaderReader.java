// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.ElementWalker;
import org.overread.viewer.dicom.parse.FileStart;
import org.overread.viewer.dicom.parse.FrameAttributes;
import org.overread.viewer.dicom.parse.HeaderMemory;
import org.overread.viewer.dicom.parse.OpenedFile;
import org.overread.viewer.dicom.parse.SopClasses;
import org.overread.viewer.dicom.parse.Structure;
import org.overread.viewer.dicom.parse.Structure.PixelElement;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.LayoutReader;
import org.overread.viewer.dicom.pixel.Packing;
import org.overread.viewer.dicom.pixel.PixelLayout;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.value.LossyCompression;
import org.overread.viewer.dicom.value.ModalityTable;
import org.overread.viewer.dicom.value.ValueChoice;
import org.overread.viewer.dicom.value.ValueMeaning.Polarity;
import org.overread.viewer.dicom.value.ValueMeaning.VoiWindow;
import org.overread.viewer.dicom.value.ValueReader;
import org.overread.viewer.dicom.value.ValueReader.Unusable;
import org.overread.viewer.dicom.value.VoiReader;

/// Files to their frames. Reads headers only; one of a single slice costs some hundredths of a millisecond. Frames share
/// what their headers have in common. One thread uses a reader.
public final class HeaderReader {
    private final HeaderMemory memory = new HeaderMemory();
    private final Alike alike = new Alike();

    public List<Frame> read(DicomFile file, ByteSource source, long bytes) throws IOException {
        try (OpenedFile opened = OpenedFile.of(source, memory)) {
            FileStart start = opened.start();
            Structure structure = ElementWalker.walk(opened);
            Attributes header = Attributes.read(opened, structure);
            Optional<PixelElement> pixels = structure.pixels();
            SopClasses.requireImage(header, pixels.isPresent());
            try {
                PixelElement element = pixels.orElseThrow();
                int frames = frames(header, element, opened.source().size());
                PixelLayout layout = LayoutReader.read(header, element, start, frames);
                List<Frame> result =
                        frames(
                                fileHeader(file, bytes, header, frames, start),
                                header,
                                layout,
                                frames);
                return Mosaic.isMosaic(header) ? Mosaic.unpack(header, result) : result;
            } catch (DicomReadException e) {
                throw e.lackedBy(header.text(TagNumbers.SERIES_UID));
            }
        }
    }

    private static int frames(Attributes header, PixelElement pixels, long size)
            throws DicomReadException {
        int said = header.whole(TagNumbers.FRAMES).orElse(1);
        int frames = said == 0 ? 1 : said; // written by some where there is one
        // even compressed, a frame takes eight bytes: its fragment's tag and length
        if (frames < 1 || frames > 1 + (size - pixels.offset()) / 8) {
            throw new DicomReadException(
                    new SkipReason.BrokenStructure("it is said to hold " + frames + " frames"));
        }
        return frames;
    }

    private List<Frame> frames(FileHeader file, Attributes header, PixelLayout layout, int count)
            throws DicomReadException {
        List<Attributes> perFrame = header.items(TagNumbers.FRAME_GROUPS);
        List<Attributes> shared = FrameAttributes.shared(header);
        var placement = FramePlacement.of(FrameAttributes.of(Attributes.none(), shared));
        boolean oneForAll = count > 1 && perFrame.isEmpty();
        var values = new ValueReader(header);
        Optional<ModalityTable> table =
                layout.isColour() ? Optional.empty() : ModalityTable.read(header);
        boolean overlaid = header.hasAny(TagNumbers.FIRST_OVERLAY, TagNumbers.LAST_OVERLAY);
        var result = new ArrayList<Frame>(count);
        for (int f = 0; f < count; f++) {
            Attributes own = f < perFrame.size() ? perFrame.get(f) : Attributes.none();
            FrameAttributes attributes = FrameAttributes.of(own, shared);
            ValueChoice choice =
                    alike.of(
                            layout.isColour()
                                    ? ValueChoice.ofColours(layout.bitsStored())
                                    : values.read(
                                            attributes,
                                            layout.lowest(),
                                            layout.highest(),
                                            layout.isFloat()
                                                    ? Unusable.PASSED_OVER
                                                    : Unusable.REFUSED));
            var source =
                    new SliceSource(
                            file.file(),
                            file.sopInstanceUid(),
                            f + 1,
                            layoutOf(layout, f),
                            table,
                            choice.plain().rescale(),
                            overlaid);
            result.add(
                    new Frame(
                            file,
                            source,
                            choice,
                            oneForAll ? placement.at(f) : PlacementReader.plane(attributes),
                            alike.of(PlacementReader.pixelSize(attributes)),
                            alike.of(PlacementReader.sliceDistance(attributes)),
                            alike.of(DimensionReader.read(attributes))));
        }
        return result;
    }

    private static PixelLayout layoutOf(PixelLayout first, int frame) {
        return switch (first.packing()) {
            case Packing.Plain _, Packing.Deflated _ ->
                    first.withOffset(first.offset() + frame * first.frameBytes());
            case Packing.Encapsulated _ -> first;
        };
    }

    private FileHeader fileHeader(
            DicomFile file, long bytes, Attributes header, int frames, FileStart start) {
        var attributes = FrameAttributes.of(Attributes.none(), FrameAttributes.shared(header));
        List<VoiWindow> windows = windows(attributes);
        String acquired = header.text(TagNumbers.ACQUISITION_DATE_TIME);
        return new FileHeader(
                file,
                bytes,
                alike.of(
                        new FileHeader.Patient(
                                header.text(TagNumbers.PATIENT_NAME),
                                header.text(TagNumbers.PATIENT_ID),
                                header.text(TagNumbers.STUDY_DATE),
                                header.text(TagNumbers.STUDY_DESCRIPTION))),
                alike.of(
                        new SeriesReference(
                                header.text(TagNumbers.STUDY_UID),
                                header.text(TagNumbers.SERIES_UID),
                                header.text(TagNumbers.FRAME_OF_REFERENCE),
                                header.text(TagNumbers.SOP_CLASS),
                                header.text(TagNumbers.MODALITY))),
                alike.of(
                        new FileHeader.SeriesWords(
                                header.whole(TagNumbers.SERIES_NUMBER).orElse(0),
                                header.text(TagNumbers.SERIES_DESCRIPTION),
                                header.text(TagNumbers.BODY_PART))),
                header.text(TagNumbers.SOP_INSTANCE),
                header.whole(TagNumbers.INSTANCE_NUMBER).orElse(0),
                acquired.isEmpty() ? header.text(TagNumbers.ACQUISITION_TIME) : acquired,
                frames,
                TimingReader.read(header, frames),
                polarity(header),
                header.texts(TagNumbers.IMAGE_TYPE).stream()
                        .anyMatch(word -> word.toUpperCase(Locale.ROOT).equals("LOCALIZER")),
                header.number(TagNumbers.PADDING),
                windows,
                VoiReader.read(header, attributes, windows),
                LossyCompression.read(header, start.transferSyntax()));
    }

    /// Both ways to say that high is black mean the same; a file may use both.
    private static Polarity polarity(Attributes header) {
        boolean inverted =
                header.text(TagNumbers.PHOTOMETRIC).equals("MONOCHROME1")
                        || header.text(TagNumbers.PRESENTATION_SHAPE).equals("INVERSE");
        boolean grey = header.text(TagNumbers.PHOTOMETRIC).startsWith("MONOCHROME");
        return inverted && grey ? Polarity.HIGH_IS_BLACK : Polarity.HIGH_IS_WHITE;
    }

    private static List<VoiWindow> windows(FrameAttributes attributes) {
        List<Double> centers = attributes.numbers(TagNumbers.WINDOW_CENTER);
        List<Double> widths = attributes.numbers(TagNumbers.WINDOW_WIDTH);
        List<String> names = attributes.texts(TagNumbers.WINDOW_NAME);
        var result = new ArrayList<VoiWindow>();
        for (int w = 0; w < Math.min(centers.size(), widths.size()); w++) {
            double center = centers.get(w);
            double width = widths.get(w);
            if (Double.isFinite(center) && width > 0 && Double.isFinite(width)) {
                result.add(new VoiWindow(w < names.size() ? names.get(w) : "", center, width));
            }
        }
        return result;
    }
}
