// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.present;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.ElementWalker;
import org.overread.viewer.dicom.parse.OpenedFile;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.present.PresentationState.Area;
import org.overread.viewer.dicom.present.PresentationState.Drawing;
import org.overread.viewer.dicom.present.PresentationState.Missing;

/// Reads greyscale softcopy presentation states (PS3.3 A.33.1). What makes no sense is left out, and noted.
public final class PresentationReader {
    private static final String GREYSCALE = "1.2.840.10008.5.1.4.1.1.11.1";

    private final Attributes header;
    private final Named named;
    private final Set<Missing> missing = EnumSet.noneOf(Missing.class);

    private PresentationReader(Attributes header) {
        this.header = header;
        named = Named.of(header);
    }

    /// Empty for files of any other kind.
    public static Optional<PresentationState> read(DicomFile file, ByteSource source)
            throws IOException {
        try (OpenedFile opened = OpenedFile.of(source)) {
            Attributes header = Attributes.read(opened, ElementWalker.walk(opened));
            return header.text(TagNumbers.SOP_CLASS).equals(GREYSCALE)
                    ? Optional.of(new PresentationReader(header).read(file))
                    : Optional.empty();
        }
    }

    private PresentationState read(DicomFile file) {
        var placing = new AreaReader(header, named, missing);
        List<Area> areas = placing.areas();
        Optional<Turning> turning = placing.turning();
        List<DisplayedPart> parts =
                areas.stream()
                        .map(area -> new DisplayedPart(area, turning.orElse(Turning.NONE)))
                        .toList();
        Greys greys = new GreysReader(header, named, missing).read();
        var covering = new ShutterReader(header, named, missing);
        Optional<Shutter> shutter = covering.read();
        var layers = new LayerReader(header, named);
        var overlays = new OverlayReader(header, named, missing);
        overlays.read(layers, covering.rgb());
        List<Drawing> drawings = layers.drawings(parts, missing);
        if (!header.items(PresentationTags.SUBTRACTION).isEmpty()) {
            missing.add(Missing.SUBTRACTION);
        }
        return new PresentationState(
                file,
                header.text(TagNumbers.SOP_INSTANCE),
                header.text(PresentationTags.LABEL),
                header.text(PresentationTags.DESCRIPTION),
                named.series(),
                greys,
                areas,
                turning,
                shutter,
                overlays.stencils(),
                overlays.activated(),
                drawings,
                missing);
    }
}
