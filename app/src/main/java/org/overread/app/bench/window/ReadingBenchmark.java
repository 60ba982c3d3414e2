// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.window;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.overread.app.bench.harness.BenchFailedException;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Quantity;

/// A scripted hand in the real window on the sample series: scrolls, drags the crosshair and the window, switches
/// layouts, turns the body in three dimensions, and sees how long each movement takes to be on the screen and, once the
/// hand rests, how long until all of it is there.
///
/// The contract with the desktop: where the system property `overread.bench.reading` names a file, the desktop reads
/// the open series by script with one, three and four panes, writes `name=value` lines into it and ends, within 150 s
/// after its window. What belongs to a layout has its name and a dot before it. One program for each renderer.
public final class ReadingBenchmark implements Benchmark {
    static final String FILE = "overread.bench.reading";

    /// The names that the desktop writes, and what they are.
    private static final Map<String, Quantity> SAID =
            Map.ofEntries(
                    Map.entry("firstMs", new Quantity("first picture after the window", "ms")),
                    Map.entry("sharpMs", new Quantity("all panes sharp", "ms")),
                    Map.entry("scrollP50", new Quantity("scroll, p50", "ms")),
                    Map.entry("scrollP95", new Quantity("scroll, p95", "ms")),
                    Map.entry("scrollLost", new Quantity("scroll, frames lost", "%")),
                    Map.entry("crosshairP50", new Quantity("crosshair, p50", "ms")),
                    Map.entry("crosshairP95", new Quantity("crosshair, p95", "ms")),
                    Map.entry("crosshairLost", new Quantity("crosshair, frames lost", "%")),
                    Map.entry("windowP50", new Quantity("window, p50", "ms")),
                    Map.entry("windowP95", new Quantity("window, p95", "ms")),
                    Map.entry("windowLost", new Quantity("window, frames lost", "%")),
                    Map.entry("layoutP50", new Quantity("layout switch, p50", "ms")),
                    Map.entry("layoutP95", new Quantity("layout switch, p95", "ms")),
                    Map.entry("layoutLost", new Quantity("layout switch, frames lost", "%")),
                    Map.entry("restMs", new Quantity("full after rest, longest", "ms")),
                    Map.entry("bodyMs", new Quantity("3D sharp after rest", "ms")),
                    Map.entry("busyP999", new Quantity("FX thread busy, p99.9", "ms")),
                    Map.entry("busyLongest", new Quantity("FX thread busy, longest", "ms")),
                    Map.entry("busyPieces", new Quantity("FX thread, pieces of work", "pieces")),
                    Map.entry(
                            "busyWorkP999", new Quantity("FX thread processor time, p99.9", "ms")));

    private static final List<String> ORDER =
            List.of(
                    "firstMs",
                    "sharpMs",
                    "scrollP50",
                    "scrollP95",
                    "scrollLost",
                    "crosshairP50",
                    "crosshairP95",
                    "crosshairLost",
                    "windowP50",
                    "windowP95",
                    "windowLost",
                    "layoutP50",
                    "layoutP95",
                    "layoutLost",
                    "restMs",
                    "bodyMs",
                    "busyP999",
                    "busyWorkP999",
                    "busyLongest",
                    "busyPieces");

    private final List<String> arguments;

    /// `arguments`: what the desktop opens.
    public ReadingBenchmark(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public String purpose() {
        return "From a hand's movement to its picture in the real window, with 1, 3 and 4 panes.";
    }

    @Override
    public List<Quantity> quantities() {
        return ORDER.stream().map(SAID::get).map(Objects::requireNonNull).toList();
    }

    @Override
    public int warmUpRounds() {
        return 0;
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public Field open() {
        var contenders = new ArrayList<Contender>();
        for (String renderer : List.of("cpu", "gl")) {
            var seen = new HashMap<String, Double>(); // what the first layout's turn saw of all
            for (Map.Entry<String, String> layout :
                    List.of(
                            Map.entry("1 pane", "SINGLE"),
                            Map.entry("3 panes", "ONE_AND_TWO"),
                            Map.entry("4 panes", "GRID"))) {
                contenders.add(
                        new Contender(
                                layout.getKey() + ", " + renderer,
                                () -> {
                                    if (seen.isEmpty()) {
                                        seen.putAll(read(renderer));
                                    }
                                    return values(seen, layout.getValue());
                                }));
            }
        }
        return Field.of(contenders);
    }

    private Map<String, Double> read(String renderer)
            throws BenchFailedException, IOException, InterruptedException {
        var all = new ArrayList<>(arguments);
        all.add("--renderer=" + renderer);
        return OpenWorkstation.read(all);
    }

    private static List<Double> values(Map<String, Double> said, String layout)
            throws BenchFailedException {
        var values = new ArrayList<Double>();
        for (String name : ORDER) {
            Double ofLayout = said.get(layout + "." + name);
            Double value = ofLayout == null ? said.get(name) : ofLayout;
            if (value == null) {
                throw new BenchFailedException(
                        "The workstation's time was up before it knew %s of %s."
                                .formatted(name, layout));
            }
            values.add(value);
        }
        return values;
    }
}
