// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.pixel.SliceSource;
import org.overread.viewer.volume.StoredNumber;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// The way back from values to what files hold.
class StoredNumbersTest {

    /// Each slice has a slope of its own, and the values are SUV besides. Pixels are the last bytes of these files.
    @Test
    void allNumbersOfAPetSeriesAreFoundAgain() throws Exception {
        VolumeSource source =
                Scans.scan(SharedData.path("data/dicom/pet_leg_sts004"))
                        .volumes()
                        .findFirst()
                        .orElseThrow();
        Volume volume = Scans.read(source);
        var voxels = (Voxels.Float32) volume.voxels();
        assertTrue(source.slices().stream().map(SliceSource::rescale).distinct().count() > 50);
        for (int k = 0; k < source.slices().size(); k++) {
            SliceSource slice = source.slices().get(k);
            byte[] file = Files.readAllBytes(slice.file().path());
            float[] values = voxels.slice(k);
            var stored =
                    ByteBuffer.wrap(file, file.length - 2 * values.length, 2 * values.length)
                            .slice()
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asShortBuffer();
            for (int n = 0; n < values.length; n++) {
                assertEquals(OptionalDouble.of(stored.get(n)), slice.storedOf(values[n]));
            }
        }
    }

    @Test
    void aNumberThatIsTheValueIsNotSaidTwice() {
        assertEquals(OptionalDouble.empty(), StoredNumber.whole(17, 1, 0));
        assertEquals(OptionalDouble.of(1041), StoredNumber.whole(17, 1, -1024));
    }

    /// A float near 4e9 knows no more than every 256th number.
    @Test
    void aValueOfTooFewDigitsTellsNoNumber() {
        assertEquals(OptionalDouble.empty(), StoredNumber.whole(4e9, 1, 3));
        assertEquals(OptionalDouble.empty(), StoredNumber.whole(Double.NaN, 2, 0));
    }
}
