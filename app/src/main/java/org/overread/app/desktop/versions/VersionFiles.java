// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.overread.app.segment.LabelWriter;
import org.overread.app.store.StoredLabels;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.Region;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import org.overread.viewer.volume.VolumeGeometry;

/// Versions as label files for other programs. Blocks.
final class VersionFiles {
    private VersionFiles() {}

    /// What was written.
    ///
    /// @param overlapping voxels of several segments, of which a label map can show only one
    record Written(List<Path> files, long overlapping) {
        Written {
            files = List.copyOf(files);
        }
    }

    /// One label map; its name's ending says the format.
    static Written map(Workspace open, StoredVersion version, VolumeGeometry grid, Path file)
            throws IOException {
        List<StoredLabels.Segment> segments = segments(open, version);
        var names = new HashMap<Integer, String>();
        var regions = new ArrayList<Region>();
        Mask all = Mask.empty(grid.size());
        long voxels = 0;
        for (StoredLabels.Segment segment : segments) {
            names.put(segment.said().number(), segment.said().name());
            regions.add(new Region(segment.said().number(), segment.mask()));
            all = all.union(segment.mask());
            voxels += segment.mask().count();
        }
        LabelWriter.write(
                regions, label -> names.getOrDefault(label, "Label " + label), grid, file);
        return new Written(List.of(file), voxels - all.count());
    }

    /// A file for each structure in a new folder.
    static Written folder(Workspace open, StoredVersion version, VolumeGeometry grid, Path in)
            throws IOException {
        Path folder = in.resolve("%s-v%d".formatted(version.reading(), version.number()));
        Files.createDirectory(folder);
        var files = new ArrayList<Path>();
        for (StoredLabels.Segment segment : segments(open, version)) {
            String name = segment.said().structure() + "-" + segment.said().number();
            Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".nii.gz");
            LabelWriter.write(segment.mask(), grid, file);
            files.add(file);
        }
        return new Written(files, 0);
    }

    private static List<StoredLabels.Segment> segments(Workspace open, StoredVersion version)
            throws IOException {
        return new StoredLabels(open).segments(ComparedVersions.content(open, version));
    }
}
