// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.work.CancelToken;

/// How files want their values shown.
class VoiPresetsTest {
    @TempDir Path folder;

    private VolumeSource only(DicomBytes slice) throws Exception {
        return Scans.scan(Slices.write(folder, slice)).volumes().findFirst().orElseThrow();
    }

    private static DicomBytes slice() {
        return Slices.at(1, 0, 0, 0).pixels(new short[12]);
    }

    private static byte[] words(int... words) {
        var bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(words).forEach(word -> bytes.putShort((short) word));
        return bytes.array();
    }

    @ParameterizedTest
    @CsvSource({
        "LINEAR, Linear",
        "LINEAR_EXACT, LinearExact",
        "SIGMOID, Sigmoid",
        "'', Linear",
        "CURVED, Linear"
    })
    void windowsKeepTheFunctionOfTheFile(String function, String kind) throws Exception {
        VolumeSource source =
                only(
                        slice().text(TagNumbers.WINDOW_CENTER, "DS", "40")
                                .text(TagNumbers.WINDOW_WIDTH, "DS", "400")
                                .text(TagNumbers.WINDOW_NAME, "LO", "SOFT")
                                .text(TagNumbers.VOI_FUNCTION, "CS", function));
        Preset preset = source.meaning().presets().getFirst();
        assertEquals("SOFT", preset.name());
        assertEquals(kind, preset.curve().getClass().getSimpleName());
        assertEquals(40, preset.curve().window().center());
        assertEquals(400, preset.curve().window().width());
    }

    @Test
    void aLinearWindowNarrowerThanOneIsTakenExactly() throws Exception {
        VolumeSource source =
                only(
                        slice().text(TagNumbers.WINDOW_CENTER, "DS", "0.4")
                                .text(TagNumbers.WINDOW_WIDTH, "DS", "0.8"));
        assertInstanceOf(
                ToneCurve.LinearExact.class, source.meaning().presets().getFirst().curve());
    }

    @Test
    void lookUpTablesBecomePresets() throws Exception {
        DicomBytes table =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "SS", words(4, -2, 12))
                        .text(TagNumbers.LUT_EXPLANATION, "LO", "SOFT EDGE")
                        .bytes(TagNumbers.LUT_DATA, "US", words(0, 1365, 2730, 4095));
        VolumeSource source =
                only(
                        slice().us(TagNumbers.PIXEL_REPRESENTATION, 1)
                                .sequence(TagNumbers.VOI_LUT, table));
        Preset preset = source.meaning().presets().getFirst();
        assertEquals("SOFT EDGE", preset.name());
        // entries 0, 1365, 2730 and 4095 of 4095 for the values -2, -1, 0 and 1
        assertEquals(0, preset.curve().level(-9));
        assertEquals(85, preset.curve().level(-1), 1e-9);
        assertEquals(127.5, preset.curve().level(-0.5), 1e-9);
        assertEquals(170, preset.curve().level(0), 1e-9);
        assertEquals(255, preset.curve().level(7));
    }

    @Test
    void aBrokenTableIsLeftOut() throws Exception {
        DicomBytes table =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "US", words(400, 0, 12))
                        .bytes(TagNumbers.LUT_DATA, "US", words(0, 1365));
        assertEquals(
                List.of(), only(slice().sequence(TagNumbers.VOI_LUT, table)).meaning().presets());
    }

    @Test
    void volumesOfOneFrameOfReferenceShareIt() throws Exception {
        VolumeSource source = only(slice().text(TagNumbers.FRAME_OF_REFERENCE, "UI", "1.2.3.4"));
        try (var pool = Executors.newFixedThreadPool(1)) {
            FrameOfReference frame =
                    DicomVolumeReader.read(source, pool, LoadListener.NONE, new CancelToken())
                            .frame();
            assertEquals(new FrameOfReference.Named("1.2.3.4"), frame);
        }
    }
}
