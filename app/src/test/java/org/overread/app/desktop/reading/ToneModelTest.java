// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.TestVolumes.Acquisition;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

class ToneModelTest {
    private static final ToneCurve SOFT = new ToneCurve.Sigmoid(new Window(600, 900));
    private static final ToneCurve TABLE =
            new ToneCurve.Table(0, 1, 4095, new int[] {0, 1000, 4095});
    private static final ColorMap HOT_IRON =
            ColorMap.all().stream()
                    .filter(map -> map.name().equals("Hot iron"))
                    .findFirst()
                    .orElseThrow();

    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);
    private final ToneModel tones = reading.tones();

    private static Volume volume(ValueUnit unit) {
        return TestVolumes.of(TestVolumes.geometry(Acquisition.AXIAL), unit, v -> v.i() + v.k());
    }

    private List<String> names() {
        return tones.presets().get().stream().map(Preset::name).toList();
    }

    @Test
    void presetsOfTheFileComeFirstThenThoseOfTheUnitThenThoseOfTheValues() {
        reading.show(
                volume(ValueUnit.SUV), List.of(new Preset("Harder", SOFT), new Preset("", TABLE)));
        assertEquals(SOFT, tones.tone().get().curve());
        assertEquals(List.of("Harder", "Table of the file", "SUV 0 to 5"), names().subList(0, 3));
        assertEquals(List.of("Most values", "Bright half", "All values"), last(names(), 3));
    }

    private static List<String> last(List<String> all, int count) {
        return all.subList(all.size() - count, all.size());
    }

    @Test
    void presetsThatAreCalledTheSameAreToldApartAndThoseThatShowTheSameAreOfferedOnce() {
        var other = new ToneCurve.LinearExact(new Window(1, 2));
        reading.show(
                volume(ValueUnit.ARBITRARY),
                List.of(new Preset("", SOFT), new Preset(" ", other), new Preset("Again", SOFT)));
        assertEquals(List.of("From the file", "From the file 2"), names().subList(0, 2));
        assertEquals(5, names().size());
    }

    @Test
    void draggingKeepsTheKindOfCurveThePolarityAndTheColours() {
        tones.usual(Polarity.INVERTED);
        reading.show(volume(ValueUnit.ARBITRARY), List.of(new Preset("", SOFT)));
        tones.chooseMap(HOT_IRON);
        tones.drag(Math.log(2), 0);
        assertEquals(
                new ToneCurve.Sigmoid(new Window(600, 1800)),
                ((ToneCurve.Sigmoid) tones.tone().get().curve()).withWindow(rounded()));
        assertEquals(Polarity.INVERTED, tones.tone().get().polarity());
        assertEquals(HOT_IRON, tones.tone().get().map());
    }

    private Window rounded() {
        Window window = tones.window();
        return new Window(Math.rint(window.center()), Math.rint(window.width()));
    }

    @Test
    void aTableThatIsDraggedBecomesAStraightLine() {
        reading.show(volume(ValueUnit.ARBITRARY), List.of(new Preset("T", TABLE)));
        tones.drag(0, 0.5); // the table reaches from 0 to 2
        assertEquals(new ToneCurve.LinearExact(new Window(0, 2)), tones.tone().get().curve());
    }

    @Test
    void coloursAndPresetsThatAPersonChoseComeBackWithTheNextVolume() {
        reading.show(volume(ValueUnit.ARBITRARY), List.of());
        tones.choosePreset(2);
        tones.chooseMap(HOT_IRON);
        var wish = new ToneWish(Optional.of(new WindowWish.Named("All values")), named(HOT_IRON));
        assertEquals(wish, tones.wish().get());
        var next = new ReadingModel(Runnable::run, Runnable::run);
        next.tones().wish().set(wish);
        next.show(volume(ValueUnit.ARBITRARY), List.of(new Preset("First", SOFT)));
        assertEquals(new Window(19, 38), next.tones().window()); // 0 to 23 + 15
        assertEquals(HOT_IRON, next.tones().tone().get().map());
    }

    private static Optional<String> named(ColorMap map) {
        return Optional.of(map.name());
    }

    @Test
    void resetBringsBackWhatTheFileWants() {
        tones.usual(Polarity.INVERTED);
        reading.show(volume(ValueUnit.ARBITRARY), List.of(new Preset("", SOFT)));
        tones.invert();
        tones.chooseMap(HOT_IRON);
        tones.drag(1, 1);
        reading.reset();
        assertEquals(SOFT, tones.tone().get().curve());
        assertEquals(Polarity.INVERTED, tones.tone().get().polarity());
        assertEquals(ColorMap.GREY, tones.tone().get().map());
        assertEquals(ToneWish.NONE, tones.wish().get());
    }

    @Test
    void coloursOfAFileAreNotColouredAgain() {
        Volume grey = volume(ValueUnit.ARBITRARY);
        var size = grey.geometry().size();
        var voxels = new Voxels.Rgb8(PlanarImgs.argbs(size.i(), size.j(), size.k()));
        tones.wish().set(new ToneWish(Optional.empty(), named(HOT_IRON)));
        reading.show(
                new Volume("c", "Colours", grey.geometry(), ValueUnit.ARBITRARY, voxels),
                List.of());
        assertFalse(tones.takesMap());
        tones.chooseMap(HOT_IRON);
        assertEquals(ColorMap.GREY, tones.tone().get().map());
        assertEquals(List.of("As it is"), names());
    }
}
