// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.overread.viewer.slice.tone.AutoWindow;
import org.overread.viewer.slice.tone.ColorMap;
import org.overread.viewer.slice.tone.Polarity;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.Presets;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// How the values of the open volume become colours, and the presets to choose from. FX thread, but for what it hands
/// to `compute`.
public final class ToneModel {
    private static final double NARROWEST = 1e-3;
    private static final double WIDEST = 1e6;

    private final Executor compute;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Tone> tone =
            new ReadOnlyObjectWrapper<>(Tone.grey(new Window(40, 400)));
    private final ReadOnlyObjectWrapper<List<Preset>> presets =
            new ReadOnlyObjectWrapper<>(Presets.of(ValueUnit.HU));
    private final ObjectProperty<ToneWish> wish = new SimpleObjectProperty<>(ToneWish.NONE);
    private Runnable onChosen = () -> {};
    private Optional<ToneWish> hung = Optional.empty();
    private @Nullable Volume volume;
    private Polarity usual = Polarity.NORMAL;
    private ToneCurve proposed = tone.get().curve();
    private int begun;

    ToneModel(Executor compute, Executor ui) {
        this.compute = compute;
        this.ui = ui;
    }

    /// Who hears that a person chose another window or other colours.
    void onChosen(Runnable newListener) {
        onChosen = newListener;
    }

    /// As another volume is shown, whose numbers mean the same; not a wish of the person for this one.
    public void follow(Tone other) {
        tone.set(other);
    }

    public ReadOnlyObjectProperty<Tone> tone() {
        return tone.getReadOnlyProperty();
    }

    /// What is shown from black to white; of a curve that is no straight line, about.
    public Window window() {
        return tone.get().curve().window();
    }

    /// What the number keys choose from, each with a name of its own.
    public ReadOnlyObjectProperty<List<Preset>> presets() {
        return presets.getReadOnlyProperty();
    }

    /// What a person set, to be kept for volumes of this kind; given before a volume is shown, it is what it is shown
    /// in.
    public ObjectProperty<ToneWish> wish() {
        return wish;
    }

    /// What a hanging protocol wants for the next volume, in place of what the person set for its kind; given before the
    /// volume is shown, and not kept.
    public void hang(Optional<ToneWish> next) {
        hung = next;
    }

    private ToneWish wanted() {
        return hung.orElse(wish.get());
    }

    /// Which end the file wants to be bright; given before a volume is shown.
    public void usual(Polarity polarity) {
        usual = polarity;
        tone.set(tone.get().withPolarity(polarity));
    }

    /// The same window and colours for another phase.
    void exchange(Volume phase) {
        begun++;
        volume = phase;
    }

    void begin(Volume next, List<Preset> fromFile) {
        begun++;
        volume = next;
        presets.set(OfferedPresets.known(next, fromFile));
        proposed = tone.get().curve(); // until something better is known
        tone.set(tone.get().withMap(wishedMap()));
        propose();
    }

    /// The first slices of a volume are there, `middle` among them.
    void firstSlices(Volume loading, int middle) {
        if (presets.get().isEmpty()) {
            show(new ToneCurve.LinearExact(AutoWindow.ofSlice(loading, middle)));
            proposed = tone.get().curve();
        }
    }

    /// All values are known: they propose presets of their own, and what to begin with where nothing else does.
    void completed(Volume whole) {
        volume = whole;
        if (whole.voxels() instanceof Voxels.Colours) {
            return;
        }
        int ticket = begun;
        compute.execute(
                () -> {
                    List<Preset> found = Presets.fromValues(whole);
                    ui.execute(
                            () -> {
                                if (ticket == begun) { // late answers are dropped
                                    offer(found);
                                }
                            });
                });
    }

    private void offer(List<Preset> fromValues) {
        presets.set(OfferedPresets.joined(presets.get(), fromValues));
        if (tone.get().curve().equals(proposed)) { // nobody has changed it meanwhile
            propose();
        }
    }

    private void propose() {
        wishedCurve()
                .ifPresent(
                        curve -> {
                            show(curve);
                            proposed = curve;
                        });
    }

    /// What a person set for such volumes, else the first preset; empty while there are no presets.
    private Optional<ToneCurve> wishedCurve() {
        Optional<ToneCurve> first = presets.get().stream().findFirst().map(Preset::curve);
        return wanted().window().flatMap(window -> curve(window, first)).or(() -> first);
    }

    private Optional<ToneCurve> curve(WindowWish window, Optional<ToneCurve> first) {
        return switch (window) {
            case WindowWish.Named(String name) ->
                    presets.get().stream()
                            .filter(preset -> preset.name().equals(name))
                            .findFirst()
                            .map(Preset::curve);
            case WindowWish.Exact(Window exact) ->
                    first.filter(_ -> isAbsolute()).map(curve -> curve.withWindow(exact));
        };
    }

    private ColorMap wishedMap() {
        return wanted().map()
                .filter(_ -> takesMap())
                .flatMap(name -> named(ColorMap.all().stream(), name))
                .orElse(ColorMap.GREY);
    }

    private static Optional<ColorMap> named(Stream<ColorMap> maps, String name) {
        return maps.filter(map -> map.name().equals(name)).findFirst();
    }

    /// Whether the numbers mean the same in every volume.
    private boolean isAbsolute() {
        return volume != null && volume.unit() == ValueUnit.HU;
    }

    /// Whether there is a volume whose values can be coloured; colours have theirs already.
    public boolean takesMap() {
        return volume != null && !(volume.voxels() instanceof Voxels.Colours);
    }

    private void show(ToneCurve curve) {
        tone.set(tone.get().withCurve(curve));
    }

    /// Counted from 0; nothing happens beyond the last.
    public void choosePreset(int index) {
        if (index < presets.get().size()) {
            Preset preset = presets.get().get(index);
            show(preset.curve());
            wish.set(
                    wish.get()
                            .withWindow(
                                    index == 0
                                            ? Optional.empty() // as every volume begins
                                            : Optional.of(new WindowWish.Named(preset.name()))));
            onChosen.run();
        }
    }

    /// A tone that belongs to what is shown for a while; no habit of the person.
    public void choose(Tone other) {
        tone.set(other);
        onChosen.run();
    }

    /// Another window for the same kind of curve; a table becomes a straight line.
    public void chooseWindow(Window window) {
        show(tone.get().curve().withWindow(window));
        if (isAbsolute()) {
            wish.set(wish.get().withWindow(Optional.of(new WindowWish.Exact(window))));
        }
        onChosen.run();
    }

    /// As a hand drags it: `wider` and `brighter` as parts of the present width.
    public void drag(double wider, double brighter) {
        Window now = window();
        double width = Math.clamp(now.width() * Math.exp(wider), NARROWEST, WIDEST);
        chooseWindow(new Window(now.center() - brighter * now.width(), width));
    }

    /// Black for white.
    public void invert() {
        tone.set(
                tone.get()
                        .withPolarity(
                                switch (tone.get().polarity()) {
                                    case NORMAL -> Polarity.INVERTED;
                                    case INVERTED -> Polarity.NORMAL;
                                }));
        onChosen.run();
    }

    /// Nothing happens where values cannot be coloured.
    public void chooseMap(ColorMap map) {
        if (takesMap()) {
            tone.set(tone.get().withMap(map));
            wish.set(
                    wish.get()
                            .withMap(
                                    map.equals(ColorMap.GREY)
                                            ? Optional.empty()
                                            : Optional.of(map.name())));
            onChosen.run();
        }
    }

    /// As the volume began: the first preset, the polarity of the file, grey.
    void reset() {
        choosePreset(0);
        chooseMap(ColorMap.GREY);
        tone.set(tone.get().withPolarity(usual));
        onChosen.run();
    }
}
