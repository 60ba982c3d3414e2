// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.viewer.dicom.ReadStates.read;
import static org.overread.viewer.dicom.ReadStates.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.present.Greys;
import org.overread.viewer.dicom.present.PresentationState;
import org.overread.viewer.dicom.present.PresentationState.Missing;
import org.overread.viewer.dicom.value.Rescale;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.ToneCurve;

/// What a presentation state makes of numbers.
class PresentationGreysTest {
    private static final int VOI = 0x0028_3110;
    private static final int SHAPE = 0x2050_0020;
    private static final int OUTPUT = 0x2050_0010;

    private static DicomBytes state() {
        return new PresentationFile("1.2.3.0", "1.2.3.2", "GREYS", 20, 15).dataSet();
    }

    private static DicomBytes table(String vr, int first, int bits, int... entries) {
        return DicomBytes.explicit()
                .bytes(TagNumbers.LUT_DESCRIPTOR, vr, words(entries.length, first, bits))
                .bytes(TagNumbers.LUT_DATA, "OW", words(entries));
    }

    private static ToneCurve curve(Greys greys) {
        return greys.windows().getFirst().preset().curve();
    }

    @Test
    void aTableInPlaceOfAWindow() throws Exception {
        DicomBytes voi =
                DicomBytes.explicit()
                        .sequence(TagNumbers.VOI_LUT, table("US", 100, 12, 0, 4095, 1000));
        PresentationState state = read(state().sequence(VOI, voi));
        ToneCurve curve = curve(state.greys());
        assertInstanceOf(ToneCurve.Table.class, curve);
        assertEquals(0, curve.level(99), 1e-9);
        assertEquals(0, curve.level(100), 1e-9);
        assertEquals(255, curve.level(101), 1e-9);
        assertEquals(255.0 * 1000 / 4095, curve.level(102), 1e-9);
        assertEquals(255.0 * 1000 / 4095, curve.level(2000), 1e-9);
        assertEquals(Set.of(), state.missing());
    }

    /// The sign is in how the descriptor is written, and where the state's own intercept is below zero.
    @Test
    void aTableMayBeginBelowZero() throws Exception {
        DicomBytes written =
                DicomBytes.explicit().sequence(TagNumbers.VOI_LUT, table("SS", -50, 8, 0, 255));
        assertEquals(255, curve(read(state().sequence(VOI, written)).greys()).level(-49));
        DicomBytes meant =
                DicomBytes.explicit().sequence(TagNumbers.VOI_LUT, table("US", -50, 8, 0, 255));
        DicomBytes state = state().text(TagNumbers.INTERCEPT, "DS", "-1024").sequence(VOI, meant);
        assertEquals(255, curve(read(state).greys()).level(-49));
    }

    @Test
    void saysWhichEndIsBright() throws Exception {
        assertEquals(Optional.of(Polarity.NORMAL), read(state()).greys().polarity());
        assertEquals(
                Optional.of(Polarity.INVERTED),
                read(state().text(SHAPE, "CS", "INVERSE")).greys().polarity());
        PresentationState silent = read(state().without(SHAPE));
        assertEquals(Optional.empty(), silent.greys().polarity());
        assertEquals(Set.of(), silent.missing());
        PresentationState odd = read(state().text(SHAPE, "CS", "LIN OD"));
        assertEquals(Optional.empty(), odd.greys().polarity());
        assertEquals(Set.of(Missing.BROKEN_GREYS), odd.missing());
    }

    @Test
    void aTableAtTheEndFillsAllLevels() throws Exception {
        PresentationState state =
                read(state().without(SHAPE).sequence(OUTPUT, table("US", 0, 10, 1023, 0, 1023)));
        ToneCurve.Table output = state.greys().output().orElseThrow();
        assertEquals(255, output.level(0), 1e-9);
        assertEquals(0, output.level(127.5), 1e-9);
        assertEquals(127.5, output.level(63.75), 1e-9);
        assertEquals(255, output.level(255), 1e-9);
        assertEquals(Optional.of(Polarity.NORMAL), state.greys().polarity());
        assertEquals(Set.of(), state.missing());
    }

    @Test
    void storedNumbersGoThroughATableOfItsOwn() throws Exception {
        PresentationState state =
                read(
                        state().without(TagNumbers.SLOPE)
                                .without(TagNumbers.INTERCEPT)
                                .sequence(TagNumbers.MODALITY_LUT, table("SS", -2, 16, 7, 40000)));
        var table = state.greys().table().orElseThrow();
        assertEquals(7, table.at(-3));
        assertEquals(7, table.at(-2));
        assertEquals(40000, table.at(-1));
        assertEquals(Rescale.IDENTITY, state.greys().rescale());
    }

    @Test
    void whatMakesNoSenseIsLeftOutAndSaid() throws Exception {
        DicomBytes shortTable =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "US", words(4000, 0, 12))
                        .bytes(TagNumbers.LUT_DATA, "OW", words(1, 2));
        DicomBytes odd =
                DicomBytes.explicit()
                        .bytes(TagNumbers.LUT_DESCRIPTOR, "OW", words(1, 0, 8))
                        .bytes(TagNumbers.LUT_DATA, "OW", words(1));
        DicomBytes nothing =
                DicomBytes.explicit()
                        .text(TagNumbers.WINDOW_CENTER, "DS", "1e300")
                        .text(TagNumbers.WINDOW_WIDTH, "DS", "1e-300");
        List<DicomBytes> states =
                List.of(
                        state().sequence(VOI, nothing),
                        state().sequence(
                                        VOI,
                                        DicomBytes.explicit()
                                                .sequence(TagNumbers.VOI_LUT, shortTable)),
                        state().sequence(OUTPUT, shortTable),
                        state().sequence(OUTPUT, odd),
                        state().sequence(OUTPUT, DicomBytes.explicit()),
                        state().sequence(TagNumbers.MODALITY_LUT, shortTable),
                        state().text(TagNumbers.SLOPE, "DS", "1e-200"),
                        state().text(TagNumbers.SLOPE, "DS", "0"),
                        state().text(TagNumbers.INTERCEPT, "DS", "nobody"));
        for (DicomBytes bytes : states) {
            PresentationState state = read(bytes);
            assertEquals(Set.of(Missing.BROKEN_GREYS), state.missing());
            assertTrue(state.greys().output().isEmpty() && state.greys().table().isEmpty());
            assertEquals(Rescale.IDENTITY, state.greys().rescale());
        }
    }
}
