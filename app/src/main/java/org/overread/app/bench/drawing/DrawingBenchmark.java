// SPDX-License-Identifier: Apache-2.0
package org.overread.app.bench.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.app.bench.harness.Benchmark;
import org.overread.app.bench.harness.Contender;
import org.overread.app.bench.harness.Field;
import org.overread.app.bench.harness.Goal;
import org.overread.app.bench.harness.PeerLines;
import org.overread.app.bench.harness.Quantity;

/// What hands draw with, other than plain brushes: livewire, an outline of 500 points, an adaptive brush, scissors.
///
/// VTK and scikit-image fill the same outline where the variable OVERREAD_PEERS names a folder that holds
/// `polygon_peers.py`; they state their own seconds, the best of their runs, and must find the same number of pixels.
public final class DrawingBenchmark implements Benchmark {
    private static final String MOVING = "livewire, pointer to path, slowest";
    static final String POLYGON = "B8 outline of 500 points";

    @Override
    public String name() {
        return "drawing";
    }

    @Override
    public String purpose() {
        return "Livewire and an outline on 512 x 512, an adaptive brush of 10 mm, scissors through 512 x 512 x 1000.";
    }

    @Override
    public List<Quantity> quantities() {
        return List.of(
                new Quantity(POLYGON, "ms"),
                new Quantity("livewire, image looked at", "ms"),
                new Quantity("livewire, 100 mm away", "ms"),
                new Quantity("livewire, corner to corner", "ms"),
                new Quantity("livewire, all pointers after it", "ms"),
                new Quantity(MOVING, "ms"),
                new Quantity("adaptive event, median", "ms"),
                new Quantity("adaptive event, 99 of 100", "ms"),
                new Quantity("outline of a slice", "ms"),
                new Quantity("scissors through the volume", "ms"));
    }

    @Override
    public int warmUpRounds() {
        return 8;
    }

    @Override
    public int rounds() {
        return 15;
    }

    @Override
    public List<Goal> goals() {
        return List.of(
                new Goal.TimesBetter(POLYGON, "VTK", 1, "lines times edges that cross them"),
                new Goal.TimesBetter(POLYGON, "scikit-image", 500, "lines times edges"),
                new Goal.AtMost("livewire, 100 mm away", 10, "places nearer than the pointer"),
                new Goal.AtMost("livewire, corner to corner", 10, "links of all places"),
                new Goal.AtMost(MOVING, 10, "the part that is being found, and the path itself"),
                new Goal.AtMost("adaptive event, 99 of 100", 2, "values under the brush"));
    }

    @Override
    public Field open() {
        var contenders = new ArrayList<Contender>();
        contenders.add(new Contender("overread", new DrawingTurn()));
        peer("VTK", "vtk").ifPresent(contenders::add);
        peer("scikit-image", "skimage").ifPresent(contenders::add);
        return Field.of(contenders);
    }

    private Optional<Contender> peer(String name, String said) {
        var lines = new ArrayList<String>();
        lines.add(said.equals("vtk") ? "vtk stencil" : "skimage polygon");
        while (lines.size() < quantities().size()) {
            lines.add("");
        }
        return PeerLines.contender(
                name,
                "polygon_peers.py",
                List.of(),
                lines,
                List.of(said + " pixels " + DrawingTurn.PIXELS));
    }
}
