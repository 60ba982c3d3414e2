// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.parse.Attributes;
import org.overread.viewer.dicom.parse.CsaHeader;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.pixel.PixelLayout;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;

/// Siemens mosaics: all slices of a volume as tiles of one picture, whose position is that of the whole picture as if it
/// were one slice around the same middle. Which way the tiles stack is said only in the private CSA header.
final class Mosaic {
    private Mosaic() {}

    static boolean isMosaic(Attributes header) {
        return header.texts(TagNumbers.IMAGE_TYPE).stream()
                .anyMatch(word -> word.toUpperCase(Locale.ROOT).equals("MOSAIC"));
    }

    static List<Frame> unpack(Attributes header, List<Frame> pictures) throws DicomReadException {
        Frame picture = pictures.getFirst();
        PixelLayout layout = picture.source().layout();
        var csa = new CsaHeader(header.bytes(TagNumbers.SIEMENS_CSA));
        int images =
                header.whole(TagNumbers.SIEMENS_MOSAIC_IMAGES)
                        .orElse((int) csa.number("NumberOfImagesInMosaic", 0, 0));
        int side = (int) Math.ceil(Math.sqrt(images));
        double distance = picture.sliceDistance().orElse(Double.NaN);
        var stacking =
                new PatientVector(
                        csa.number("SliceNormalVector", 0, Double.NaN),
                        csa.number("SliceNormalVector", 1, Double.NaN),
                        csa.number("SliceNormalVector", 2, Double.NaN));
        boolean known =
                pictures.size() == 1
                        && picture.plane().isPresent()
                        && images > 0
                        && layout.columns() % side == 0
                        && layout.rows() % side == 0
                        && distance > 0
                        && Math.abs(stacking.length() - 1) < 0.01;
        if (!known) {
            throw new DicomReadException(
                    new SkipReason.UnsupportedPixels(
                            "they are a mosaic that does not say how its slices lie"));
        }
        return tiles(picture, images, side, stacking.times(distance));
    }

    private static List<Frame> tiles(Frame picture, int images, int side, PatientVector step) {
        PixelLayout layout = picture.source().layout();
        Plane plane = picture.plane().orElseThrow();
        int columns = layout.columns() / side;
        int rows = layout.rows() / side;
        PatientVector across = plane.row().times(picture.pixelSize().columnsMm());
        PatientVector along = plane.column().times(picture.pixelSize().rowsMm());
        PatientPoint first =
                plane.origin()
                        .plus(across.times((layout.columns() - columns) / 2.0))
                        .plus(along.times((layout.rows() - rows) / 2.0));
        var frames = new ArrayList<Frame>();
        for (int n = 0; n < images; n++) {
            PixelLayout tile = layout.tile(columns, rows, n % side * columns, n / side * rows);
            frames.add(
                    new Frame(
                            picture.header(),
                            picture.source().withLayout(tile),
                            picture.values(),
                            Optional.of(plane.at(first.plus(step.times(n)))),
                            picture.pixelSize(),
                            picture.sliceDistance(),
                            picture.dimensions()));
        }
        return frames;
    }
}
