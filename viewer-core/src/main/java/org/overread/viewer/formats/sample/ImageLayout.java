// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.sample;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.VolumeGeometry;

/// How the samples follow one another once they are decoded, and where they lie.
public record ImageLayout(
        StoredType type,
        ByteOrder order,
        List<FileAxis> axes,
        Scaling scaling,
        ValueUnit unit,
        VolumeGeometry geometry) {

    public ImageLayout {
        axes = List.copyOf(axes);
    }

    public GridSize size() {
        return geometry.size();
    }

    public int volumes() {
        int count = 1;
        for (FileAxis axis : axes) {
            count *= axis instanceof FileAxis.Spatial ? 1 : axis.length();
        }
        return count;
    }

    public long samples() {
        return size().voxels() * volumes();
    }

    public long bytes() {
        return samples() * type.bytes();
    }

    /// Which of the file's volumes, in words; empty where there is one.
    public String describeVolume(int volume) {
        List<String> words = new ArrayList<>();
        int rest = volume;
        for (FileAxis axis : axes) {
            if (!(axis instanceof FileAxis.Spatial)) {
                words.add(FileAxis.describe(axis, rest % axis.length()));
                rest /= axis.length();
            }
        }
        words.removeIf(String::isEmpty);
        return String.join(", ", words);
    }

    /// An id that comes out the same wherever and whenever a file with these samples in this place is read.
    public String identity(long checksum, int volume) {
        String facts = "%s %s %s %d %d".formatted(type, scaling, geometry, checksum, volume);
        return UUID.nameUUIDFromBytes(facts.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
