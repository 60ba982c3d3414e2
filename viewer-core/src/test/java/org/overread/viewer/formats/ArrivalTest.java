// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.formats.WriteOptions.Packing;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// In which order the slices of a file appear, and that what appears is true.
final class ArrivalTest {
    private static final VolumeGeometry GEOMETRY =
            VolumeGeometry.regular(
                    new GridSize(4, 3, 5),
                    PatientPoint.ORIGIN,
                    PatientVector.LEFT,
                    PatientVector.POSTERIOR,
                    1,
                    1,
                    1);
    private static final Volume TRUTH = MadeVolumes.of(Kind.INT16, GEOMETRY, 5);

    @TempDir private Path folder;

    /// Compares each slice with the truth at the moment at which it is said to be complete.
    private static final class Witness implements VolumeListener {
        private final double[] truth;
        private final List<Integer> slices = new ArrayList<>();
        private Optional<Volume> volume = Optional.empty();
        private int starts;

        Witness(double[] truth) {
            this.truth = truth;
        }

        @Override
        public void started(Volume newVolume) {
            volume = Optional.of(newVolume);
            starts++;
        }

        @Override
        public void sliceComplete(int k) {
            slices.add(k);
            assertArrayEquals(
                    Arrays.copyOfRange(truth, 12 * k, 12 * (k + 1)),
                    Arrays.copyOfRange(
                            Outcomes.values(volume.orElseThrow()), 12 * k, 12 * (k + 1)));
        }

        @Override
        public void progress(Progress progress) {}
    }

    private static Volume read(Path file, int volume, Witness witness) {
        var outcome = ImageFiles.readOne(file, volume, witness, new CancelToken());
        return assertInstanceOf(ReadOutcome.Read.class, outcome).volumes().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {".nii", ".hdr", ".nrrd", ".nhdr", ".mha", ".mhd"})
    void plainFilesBeginInTheMiddle(String ending) {
        Path file = folder.resolve("v" + ending);
        Outcomes.write(TRUTH, file, WriteOptions.USUAL.withPacking(Packing.PLAIN));
        var witness = new Witness(Outcomes.values(TRUTH));

        Volume volume = read(file, 0, witness);

        assertEquals(List.of(2, 1, 3, 0, 4), witness.slices);
        assertEquals(1, witness.starts);
        assertArrayEquals(Outcomes.values(TRUTH), Outcomes.values(volume));
        assertEquals(Outcomes.only(file).id(), volume.id()); // as when it is read in its order
    }

    @ParameterizedTest
    @ValueSource(strings = {".nii.gz", ".nrrd", ".mha"})
    void packedFilesAppearAsTheyAreUnpacked(String ending) {
        Path file = folder.resolve("v" + ending);
        Outcomes.write(TRUTH, file, WriteOptions.USUAL.withPacking(Packing.PACKED));
        var witness = new Witness(Outcomes.values(TRUTH));

        Volume volume = read(file, 0, witness);

        assertEquals(List.of(0, 1, 2, 3, 4), witness.slices);
        assertEquals(Outcomes.only(file).id(), volume.id());
    }

    @Test
    void oneOfSeveralVolumesKeepsTheIdItHasAmongThem() throws Exception {
        Path file = new NiftiBytes().dims(4, 2, 2, 3, 2).shorts(24).in(folder);
        List<Volume> all = Outcomes.read(file).volumes();
        for (int n = 0; n < 2; n++) {
            var order = new ArrayList<Integer>();
            Volume alone =
                    assertInstanceOf(
                                    ReadOutcome.Read.class,
                                    ImageFiles.readOne(
                                            file, n, following(order), new CancelToken()))
                            .volumes()
                            .getFirst();
            assertEquals(List.of(1, 0, 2), order);
            assertEquals(all.get(n).id(), alone.id());
            assertArrayEquals(Outcomes.values(all.get(n)), Outcomes.values(alone));
        }
    }

    private static VolumeListener following(List<Integer> order) {
        return new VolumeListener() {
            @Override
            public void started(Volume volume) {}

            @Override
            public void sliceComplete(int k) {
                order.add(k);
            }

            @Override
            public void progress(Progress progress) {}
        };
    }
}
