// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.overread.viewer.dicom.frame.FileHeader;
import org.overread.viewer.dicom.frame.Frame;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.dicom.sort.FrameGroup;
import org.overread.viewer.dicom.sort.GeometryBuilder;
import org.overread.viewer.dicom.value.LossySlices;

/// A group of frames to the volume it makes.
final class VolumeAssembler {
    private VolumeAssembler() {}

    static VolumeSource assemble(FrameGroup group) {
        List<Frame> frames = group.frames();
        Frame middle = frames.get(frames.size() / 2);
        FileHeader header = middle.header();
        GeometryBuilder.Built built = GeometryBuilder.build(frames);
        VolumeValues values = VolumeValues.of(frames);
        return new VolumeSource(
                id(values.slices()),
                title(group),
                header.series(),
                built.geometry(),
                built.verdict(),
                values.meaning(),
                middle.pixelSize().measure(),
                middle.plane().isPresent() ? Optional.empty() : header.timing(),
                values.slices(),
                LossySlices.of(frames.stream().map(frame -> frame.header().lossy()).toList()));
    }

    /// Names exactly these images in this order, wherever they are stored.
    private static String id(List<SliceSource> slices) {
        try {
            var images = new StringBuilder();
            for (SliceSource slice : slices) {
                images.append(slice.sopInstanceUid())
                        .append('#')
                        .append(slice.frame())
                        .append('\n');
            }
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(images.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static String title(FrameGroup group) {
        FileHeader header = group.frames().getFirst().header();
        String description = header.words().description();
        String name =
                description.isEmpty()
                        ? (header.series().modality() + " series").trim()
                        : description;
        String localizer = header.isLocalizer() ? ", localizer" : "";
        String words = group.words().isEmpty() ? "" : ", " + String.join(", ", group.words());
        return name + localizer + words;
    }
}
