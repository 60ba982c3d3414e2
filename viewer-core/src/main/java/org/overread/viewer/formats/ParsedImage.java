// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.nio.file.Path;
import java.util.List;
import org.overread.viewer.formats.sample.ImageLayout;

/// A header, understood: what the samples are, where they are, and what to say about it.
record ParsedImage(
        Path file,
        ImageLayout layout,
        List<DataPart> parts,
        FileFacts facts,
        List<ReadWarning> warnings) {
    ParsedImage {
        parts = List.copyOf(parts);
        warnings = List.copyOf(warnings);
    }
}
