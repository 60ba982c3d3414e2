// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import java.nio.file.Path;
import java.util.List;
import org.overread.viewer.volume.GeometryVerdict;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VolumeGeometry;

/// What a file's header says, before any sample is read: the volumes it holds all lie on one grid.
///
/// `titles` names its volumes in the file's order, at least one; `files` are the header's file first, then those of the
/// samples where they stand apart.
public record ImageFile(
        Path file,
        List<Path> files,
        List<String> titles,
        VolumeGeometry geometry,
        GeometryVerdict verdict,
        ValueUnit unit,
        FileFacts facts,
        List<ReadWarning> warnings) {
    public ImageFile {
        files = List.copyOf(files);
        titles = List.copyOf(titles);
        warnings = List.copyOf(warnings);
    }
}
