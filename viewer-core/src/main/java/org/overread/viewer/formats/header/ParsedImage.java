// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.header;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.overread.viewer.formats.data.DataPart;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.outcome.FileFacts;
import org.overread.viewer.formats.outcome.ImageFile;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.ImageLayout;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// A header, understood: what the samples are, where they are, and what to say about it.
public record ParsedImage(
        Path file,
        ImageLayout layout,
        List<DataPart> parts,
        FileFacts facts,
        List<ReadWarning> warnings) {
    public ParsedImage {
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }

    /// A name for each volume, in the file's order.
    public List<String> titles() {
        String title = FileNames.title(file);
        return IntStream.range(0, layout.volumes())
                .mapToObj(layout::describeVolume)
                .map(which -> which.isEmpty() ? title : title + ", " + which)
                .toList();
    }

    /// Lengths that a header leaves out mean nothing, whatever is taken for them.
    public GeometryVerdict verdict() {
        var verdict = GeometryVerdict.of(layout.geometry());
        boolean assumed = warnings.stream().anyMatch(ReadWarning.SpacingAssumed.class::isInstance);
        return assumed
                ? new GeometryVerdict(
                        GeometryVerdict.Kind.UNCALIBRATED,
                        verdict.worstCornerErrorMm(),
                        verdict.tiltDegrees(),
                        verdict.gaps())
                : verdict;
    }

    /// One of its volumes. Volumes of one file lie over each other; of two files nobody knows.
    public Volume volume(int index, String id, Voxels voxels) {
        String place = file.toAbsolutePath().normalize().toString();
        var frame =
                new FrameOfReference.Unnamed(
                        UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString());
        return new Volume(
                id,
                titles().get(index),
                frame,
                layout.geometry(),
                verdict(),
                layout.unit(),
                voxels);
    }

    /// Refuses an image whose files cannot hold its samples.
    public void check() throws IOException, UnreadableImage {
        for (DataPart part : parts) {
            part.check(file);
        }
    }

    public ImageFile described() {
        return new ImageFile(
                file,
                Stream.concat(Stream.of(file), parts.stream().map(DataPart::file))
                        .distinct()
                        .toList(),
                titles(),
                layout.geometry(),
                verdict(),
                layout.unit(),
                facts,
                warnings);
    }
}
