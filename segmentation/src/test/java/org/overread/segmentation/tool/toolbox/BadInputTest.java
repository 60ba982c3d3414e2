// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool.toolbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.overread.segmentation.tool.Calls.call;
import static org.overread.segmentation.tool.Calls.refusal;
import static org.overread.segmentation.tool.Calls.segmented;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskEdit;
import org.overread.segmentation.tool.Phantom;
import org.overread.segmentation.tool.Seed;
import org.overread.segmentation.tool.ToolInput;
import org.overread.segmentation.tool.ToolOutcome;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.Voxels;

/// What every tool does with what it should not be given: a sentence that names the value and what is allowed, and the
/// volume as it was.
final class BadInputTest {
    private static final GridSize SIZE = new GridSize(10, 6, 4);
    private static final List<Seed> ENDS =
            List.of(new Seed.Point(1, 1, 0, 0), new Seed.Point(2, 8, 0, 0));

    /// A tool with settings that make it run.
    record Call(String tool, List<String> settings) {
        String[] with(String... more) {
            var all = new ArrayList<>(settings);
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }

        /// A point in each half; a line where the tool goes by how long one is.
        List<Seed> seeds(GridSize size) {
            if (!tool.equals("grow-across")) {
                return ends(size);
            }
            MaskEdit line = Mask.empty(size).edit();
            for (int i = 1; i < 4; i++) {
                line.set(i, size.j() / 2, 0);
            }
            return List.of(new Seed.Stroke(1, line.mask()));
        }

        @Override
        public String toString() {
            return tool;
        }
    }

    static List<Call> calls() {
        return List.of(
                new Call("connected-threshold", List.of("lower=50")),
                new Call("confidence-connected", List.of()),
                new Call("neighborhood-connected", List.of("lower=50", "unfitSeeds=leave-out")),
                new Call("isolated-connected", List.of("lower=-10", "bound=lower")),
                new Call("threshold", List.of("lower=50")),
                new Call("local-threshold", List.of()),
                new Call("grow-from-seeds", List.of()),
                new Call("random-walker", List.of()),
                new Call("graph-cut", List.of()),
                new Call("grow-across", List.of()),
                new Call("watershed", List.of()),
                new Call("geodesic-contour", List.of()),
                new Call("region-contour", List.of()));
    }

    static List<Call> seededCalls() {
        return calls().stream()
                .filter(c -> !c.tool().endsWith("threshold") || c.tool().startsWith("conn"))
                .toList();
    }

    /// 100 in the left half, 0 in the right, and a little of each so that nothing is flat.
    private static Volume step(GridSize size) {
        var values = new int[(int) size.voxels()];
        for (int n = 0; n < values.length; n++) {
            values[n] = (n % size.i() < size.i() / 2 ? 100 : 0) + n % 3;
        }
        return Phantom.of(size, values);
    }

    private static List<Seed> ends(GridSize size) {
        return List.of(new Seed.Point(1, 1, 0, 0), new Seed.Point(2, size.i() - 2, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyParameterIsRefusedOutsideItsRangeWithTheRange(Call call) throws InterruptedException {
        Volume volume = step(SIZE);
        short[] before = ((Voxels.Int16) volume.voxels()).slice(0).clone();
        ToolCard card = Toolbox.open().find(call.tool()).orElseThrow();
        assertFalse(card.parameters().isEmpty());
        for (ToolParameter parameter : card.parameters()) {
            for (String bad : bad(parameter)) {
                String said =
                        refusal(call.tool(), volume, ENDS, call.with(parameter.name() + "=" + bad));
                assertTrue(
                        said.startsWith(parameter.name() + " is ")
                                && said.contains(parameter.allowed())
                                && said.contains(bad),
                        said);
            }
        }
        assertArrayEquals(before, ((Voxels.Int16) volume.voxels()).slice(0));
    }

    @ParameterizedTest
    @CsvSource({
        "connected-threshold,connectivity=6",
        "neighborhood-connected,radius=1",
        "isolated-connected,bound=upper",
        "threshold,method=given",
        "region-contour,drive=range"
    })
    void emptyRangesAreRefusedWithBothEnds(String tool, String setting)
            throws InterruptedException {
        assertEquals(
                "The range is empty: lower 300 is above upper 100.5; give lower at most as large as upper.",
                refusal(tool, step(SIZE), ENDS, setting, "lower=300", "upper=100.5"));
    }

    private static List<String> bad(ToolParameter parameter) {
        var bad = new ArrayList<>(List.of("NaN", "much", "1e", "12f"));
        parameter.min().ifPresent(min -> bad.add(ToolParameter.text(min - 1)));
        parameter.max().ifPresent(max -> bad.add(ToolParameter.text(max + 1)));
        if (parameter.type() == ToolParameter.Type.WHOLE_NUMBER) {
            bad.addAll(List.of("1.5", "99999999999"));
        }
        return bad;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void seedsOutsideAndMasksOfOtherGridsAreRefused(Call call) throws InterruptedException {
        Volume volume = step(SIZE);
        for (Seed.Point outside :
                List.of(
                        new Seed.Point(1, -1, 0, 0),
                        new Seed.Point(1, 10, 0, 0),
                        new Seed.Point(1, 0, 6, 0),
                        new Seed.Point(1, 0, 0, Integer.MAX_VALUE))) {
            assertEquals(
                    "Seed %d, %d, %d lies outside the volume; allowed is 0…9, 0…5, 0…3."
                            .formatted(outside.i(), outside.j(), outside.k()),
                    refusal(call.tool(), volume, List.of(outside), call.with()));
        }
        Mask other = Mask.full(new GridSize(10, 6, 5));
        assertEquals(
                "The seed stroke is 10 × 6 × 5 voxels and the volume is 10 × 6 × 4: they are not on one grid.",
                refusal(call.tool(), volume, List.of(new Seed.Stroke(1, other)), call.with()));
        var within = new ToolInput(volume, ENDS, Optional.of(other));
        assertTrue(
                assertInstanceOf(ToolOutcome.Refused.class, call(call.tool(), within, call.with()))
                        .reason()
                        .describe()
                        .startsWith("The mask to stay within is 10 × 6 × 5 voxels"));
    }

    @ParameterizedTest
    @MethodSource("seededCalls")
    void aToolThatGrowsFromSeedsSaysThatItHasNone(Call call) throws InterruptedException {
        String said = refusal(call.tool(), step(SIZE), List.of(), call.with());
        assertTrue(said.contains("seed") && said.endsWith("."), said);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void volumesOfOneSliceOneRowAndOneLongSideAreVolumes(Call call) throws InterruptedException {
        for (GridSize size :
                List.of(
                        new GridSize(10, 6, 1),
                        new GridSize(10, 1, 1),
                        new GridSize(65_536, 2, 1))) {
            Mask found =
                    segmented(call.tool(), step(size), call.seeds(size), call.with())
                            .regions()
                            .getFirst()
                            .mask();
            assertEquals(size, found.size());
        }
        var one = new GridSize(1, 1, 1);
        var outcome =
                call(
                        call.tool(),
                        new ToolInput(
                                Phantom.of(one, 7),
                                List.of(new Seed.Point(0, 0, 0)),
                                Optional.empty()),
                        call.with());
        assertTrue(
                outcome instanceof ToolOutcome.Segmented || outcome instanceof ToolOutcome.Refused,
                outcome::toString);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void volumesWithoutNumbersHaveNothingToFindAndVoxelsWithoutAreLeftOut(Call call)
            throws InterruptedException {
        var none = new float[(int) SIZE.voxels()];
        Arrays.fill(none, Float.NaN);
        switch (call(
                call.tool(),
                new ToolInput(Phantom.of(SIZE, none), ENDS, Optional.empty()),
                call.with())) {
            case ToolOutcome.Segmented found ->
                    assertEquals(0, found.regions().getFirst().mask().count());
            case ToolOutcome.Refused(var reason) ->
                    assertTrue(reason.describe().endsWith("."), reason::describe);
            case ToolOutcome other -> throw new AssertionError(other);
        }
        var holed = new float[(int) SIZE.voxels()];
        for (int n = 0; n < holed.length; n++) {
            holed[n] = n == 43 ? Float.NaN : (n % SIZE.i() < 5 ? 100 : 0) + n % 3;
        }
        Mask found =
                segmented(call.tool(), Phantom.of(SIZE, holed), call.seeds(SIZE), call.with())
                        .regions()
                        .getFirst()
                        .mask();
        assertFalse(found.contains(3, 4, 0), "a voxel that has no number");
    }
}
