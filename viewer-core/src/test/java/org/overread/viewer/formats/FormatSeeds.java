// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.overread.viewer.formats.WriteOptions.Packing;
import org.overread.viewer.formats.nifti.NiftiVersion;
import org.overread.viewer.formats.sample.PlaneStore.Kind;

/// Small files of each format, where mutations begin.
public final class FormatSeeds {
    private FormatSeeds() {}

    /// One of each kind of number, plain and packed.
    public static List<byte[]> files(String ending) throws IOException {
        var seeds = new ArrayList<byte[]>();
        Path folder = Files.createTempDirectory("overread-seeds");
        try {
            for (Kind kind : Kind.values()) {
                for (Packing packing : List.of(Packing.PLAIN, Packing.PACKED)) {
                    for (NiftiVersion version : NiftiVersion.values()) {
                        Path file = folder.resolve("x" + ending);
                        Outcomes.write(
                                MadeVolumes.of(kind, MadeVolumes.rotated(new Random(1)), 1),
                                file,
                                new WriteOptions(packing, version, 1));
                        seeds.add(Files.readAllBytes(file));
                        Files.delete(file);
                    }
                }
            }
        } finally {
            Files.delete(folder);
        }
        return seeds;
    }
}
