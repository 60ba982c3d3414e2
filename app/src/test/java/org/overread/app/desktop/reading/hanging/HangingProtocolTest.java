// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.ViewPlane;
import org.overread.app.desktop.reading.hanging.HangingProtocol.Hanging;
import org.overread.app.desktop.reading.hanging.HangingProtocol.Hung;
import org.overread.app.desktop.reading.hanging.SeriesRule.Facts;

final class HangingProtocolTest {
    private static final Facts CT = new Facts("ct", "CT", "ABDOMEN", "Abdomen portal venous");
    private static final Facts T2 = new Facts("t2", "MR", "ABDOMEN", "T2 haste tra");
    private static final Facts ADC = new Facts("adc", "MR", "ABDOMEN", "ep2d diff ADC");
    private static final List<Facts> STUDY = List.of(CT, T2, ADC);

    private static HangingProtocol protocol(String name, int series, SeriesRule... rules) {
        return new HangingProtocol(
                name,
                series,
                Layout.GRID,
                Optional.empty(),
                ViewPlane.AXIAL,
                PlaneAlignment.ACQUISITION,
                Stream.of(rules).map(rule -> new Hung(rule, ToneWish.NONE)).toList(),
                List.of());
    }

    private static Optional<String> chosen(Facts opened, HangingProtocol... protocols) {
        return HangingProtocol.choose(List.of(protocols), opened, STUDY)
                .map(hanging -> hanging.protocol().name());
    }

    @Test
    void modalityBodyPartAndWordsMustAllFitWhateverTheirCase() {
        assertTrue(new SeriesRule("ct", "abdomen", "venous PORTAL").matches(CT));
        assertFalse(new SeriesRule("CT", "CHEST", "").matches(CT));
        assertFalse(new SeriesRule("CT", "", "arterial").matches(CT));
        assertFalse(new SeriesRule("MR", "", "").matches(CT));
        assertTrue(SeriesRule.ANY.matches(CT));
    }

    @Test
    void theProtocolThatSaysMostHangs() {
        var any = protocol("any", 1, SeriesRule.ANY);
        var mr = protocol("mr", 1, new SeriesRule("MR", "", ""));
        var t2 = protocol("t2", 1, new SeriesRule("MR", "ABDOMEN", "T2"));
        assertEquals(Optional.of("t2"), chosen(T2, t2, any, mr));
        assertEquals(Optional.of("mr"), chosen(ADC, t2, any, mr));
        assertEquals(Optional.of("any"), chosen(CT, t2, any, mr));
    }

    @Test
    void ofTwoThatSayAsMuchTheLaterMadeHangs() {
        var first = protocol("first", 1, new SeriesRule("CT", "", ""));
        var second = protocol("second", 1, new SeriesRule("CT", "", ""));
        assertEquals(Optional.of("second"), chosen(CT, first, second));
    }

    @Test
    void nothingHangsWhereNothingFits() {
        assertEquals(Optional.empty(), chosen(CT, protocol("mr", 1, new SeriesRule("MR", "", ""))));
        assertEquals(Optional.empty(), chosen(CT, protocol("four", 4, SeriesRule.ANY)));
    }

    @Test
    void furtherColumnsTakeOtherSeriesOfTheStudyOrTheProtocolDoesNotFit() {
        var two =
                protocol("two", 2, new SeriesRule("MR", "", "T2"), new SeriesRule("MR", "", "ADC"));
        Hanging hanging = HangingProtocol.choose(List.of(two), T2, STUDY).orElseThrow();
        assertEquals(List.of("adc"), hanging.columns());
        assertEquals(Optional.empty(), HangingProtocol.choose(List.of(two), T2, List.of(CT, T2)));
        var same =
                protocol("same", 1, new SeriesRule("MR", "", "T2"), new SeriesRule("", "", "T2"));
        assertEquals(Optional.empty(), HangingProtocol.choose(List.of(same), T2, STUDY));
    }
}
