// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.reading.CommonStructures;
import org.overread.app.store.OtherGrid;
import org.overread.app.store.ReadLabels;
import org.overread.segmentation.label.LabelColor;
import org.overread.segmentation.label.Provenance;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.mask.Mask;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.viewer.volume.VolumeGeometry;

/// Masks of a file that a person may accept one by one. What they are from is recorded with each: the file's digest, never
/// its name, which may name a patient. Blocks.
public final class ProposedFile {
    private static final LabelColor PLAIN = new LabelColor(0x56, 0xB4, 0xE9);

    private ProposedFile() {}

    /// A mask and what is said of it; colours are given by the list that it comes into.
    public record Proposed(SegmentTraits traits, Mask mask) {}

    /// What a file holds. `all` lie on the volume's grid; where `grid` is another one, each voxel has the label at its
    /// centre, which is for a person to agree to. `empty` masks were left out.
    public record Contents(List<Proposed> all, ReadLabels.Grid grid, int empty) {
        public Contents {
            all = List.copyOf(all);
        }
    }

    public static Contents read(Path file, VolumeGeometry geometry) throws IOException {
        ReadLabels read = ReadLabels.read(file, geometry, OtherGrid.RESAMPLE);
        String kind =
                switch (read.grid()) {
                    case THE_VOLUMES -> "label file";
                    case ANOTHER -> "label file on another grid";
                };
        String digest =
                Files.isRegularFile(file)
                        ? Bytes.handedOver(Files.readAllBytes(file)).digest().hex()
                        : "";
        var origin = new Provenance(Provenance.Source.IMPORT, kind, "", digest, Optional.empty());
        var all = new ArrayList<Proposed>();
        for (ReadLabels.Named named : read.labels()) {
            if (!named.mask().isEmpty()) {
                all.add(
                        new Proposed(
                                SegmentTraits.of(CommonStructures.named(named.name(), PLAIN))
                                        .withProvenance(origin),
                                named.mask()));
            }
        }
        return new Contents(all, read.grid(), read.labels().size() - all.size());
    }
}
