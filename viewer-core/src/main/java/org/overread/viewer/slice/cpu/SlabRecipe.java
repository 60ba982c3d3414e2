// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.overread.viewer.slice.PixelGrid;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.slice.grid.GridCell;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.grid.SlabSteps;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.SliceStack;
import org.overread.viewer.volume.Voxels;

/// A slab across one axis of the grid as a few pictures, each of one whole index of that axis.
///
/// Between two such pictures values run straight, so a mean is a weighted sum of pictures, and the greatest and the
/// least of a stretch lie at its ends. `parts` name the pictures; for a mean their shares are weights.
record SlabRecipe(double indexAtPlane, double indexPerMm, Slab.Mode mode, List<Part> parts) {
    /// Nearer than this to a picture is on it, in indices.
    private static final double ON = 1e-9;

    private static final double STRAIGHT = 1e-12;

    /// The picture of `index` times 1 − `share` plus the next one times `share`, or for a mean `index` alone times
    /// `share`.
    record Part(int index, double share) {}

    /// Empty where the slab is thin, the plane is oblique, or values do not run straight between pictures.
    static Optional<SlabRecipe> of(ImageLayer layer, PixelGrid pixels, Slab slab) {
        boolean straight =
                layer.interpolation() != Interpolation.CUBIC
                        && !(layer.volume().voxels() instanceof Voxels.Float32)
                        && layer.volume().geometry().slices() instanceof SliceStack.Even;
        if (slab.isThin() || !straight) {
            return Optional.empty();
        }
        List<GridCell> cells = GridCell.of(layer.volume().geometry());
        GridCell cell = cells.getFirst();
        GridSize size = layer.volume().geometry().size();
        SlabSteps steps = SlabSteps.of(slab.thicknessMm(), cells, pixels.deep());
        List<PatientVector> gradients =
                List.of(cell.gradientI(), cell.gradientJ(), cell.gradientK());
        int[] counts = {size.i(), size.j(), size.k()};
        for (int axis = 0; axis < 3; axis++) {
            PatientVector gradient = gradients.get(axis);
            boolean alone = true;
            for (int other = 0; other < 3; other++) {
                double along = Math.abs(gradients.get(other).dot(pixels.deep()));
                alone &= other == axis ? along > 1e-6 : along < STRAIGHT;
            }
            boolean across =
                    Math.abs(gradient.dot(pixels.perColumn())) < STRAIGHT
                            && Math.abs(gradient.dot(pixels.perRow())) < STRAIGHT;
            if (alone && across) {
                double at =
                        gradient.dot(pixels.first().from(cell.base()))
                                + (axis == 2 ? cell.firstK() : 0);
                double perMm = gradient.dot(pixels.deep());
                return Optional.of(
                        new SlabRecipe(
                                at,
                                perMm,
                                slab.mode(),
                                parts(
                                        at,
                                        perMm,
                                        steps,
                                        counts[axis],
                                        slab.mode(),
                                        layer.interpolation())));
            }
        }
        return Optional.empty();
    }

    private static List<Part> parts(
            double at,
            double perMm,
            SlabSteps steps,
            int count,
            Slab.Mode mode,
            Interpolation interpolation) {
        var weights = new TreeMap<Integer, Double>();
        var between = new TreeMap<Integer, double[]>();
        for (int n = 0; n < steps.count(); n++) {
            double index = at + perMm * steps.depthMm(n);
            if (index < -0.5 || index > count - 0.5) {
                continue;
            }
            double inside =
                    interpolation == Interpolation.NEAREST
                            ? Taps.nearest(index, count)
                            : Taps.clamped(index, count);
            int below = (int) Math.floor(inside + ON);
            double share = inside - below < ON ? 0 : inside - below;
            if (share == 0 || mode == Slab.Mode.MEAN) {
                weights.merge(below, steps.weight(n) * (1 - share), Double::sum);
            }
            if (share > 0 && mode == Slab.Mode.MEAN) {
                weights.merge(below + 1, steps.weight(n) * share, Double::sum);
            } else if (share > 0) {
                double[] ends = between.computeIfAbsent(below, _ -> new double[] {1, 0});
                ends[0] = Math.min(ends[0], share);
                ends[1] = Math.max(ends[1], share);
            }
        }
        return mode == Slab.Mode.MEAN ? mean(weights) : extremes(weights, between);
    }

    private static List<Part> mean(TreeMap<Integer, Double> weights) {
        var parts = new ArrayList<Part>();
        weights.forEach((index, weight) -> parts.add(new Part(index, weight)));
        return parts;
    }

    private static List<Part> extremes(
            TreeMap<Integer, Double> whole, TreeMap<Integer, double[]> between) {
        var parts = new ArrayList<Part>();
        whole.keySet().forEach(index -> parts.add(new Part(index, 0)));
        between.forEach(
                (index, ends) -> {
                    boolean low = whole.containsKey(index);
                    boolean high = whole.containsKey(index + 1);
                    if (!low) {
                        parts.add(new Part(index, ends[0]));
                    }
                    if (!high && (low || ends[1] > ends[0])) {
                        parts.add(new Part(index, ends[1]));
                    }
                });
        return parts;
    }

    /// Where in the screen's depth the picture of an index lies, millimetres.
    double depthMm(int index) {
        return (index - indexAtPlane) / indexPerMm;
    }

    /// Pictures from `first` to before `end` that count alike: whole where the greatest or the least is sought, with
    /// `weight` in a mean.
    record Stretch(int first, int end, double weight) {
        boolean goesOnWith(Part part) {
            return end == part.index() && Math.abs(weight - part.share()) < ON;
        }
    }

    /// What is taken of whole pictures.
    List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        for (Part part : parts) {
            boolean isWhole = mode == Slab.Mode.MEAN || part.share() == 0;
            if (!isWhole) {
                continue;
            }
            int first = part.index();
            if (!stretches.isEmpty() && stretches.getLast().goesOnWith(part)) {
                first = stretches.removeLast().first();
            }
            stretches.add(new Stretch(first, part.index() + 1, part.share()));
        }
        return stretches;
    }

    /// What is taken between two pictures.
    List<Part> between() {
        return mode == Slab.Mode.MEAN
                ? List.of()
                : parts.stream().filter(part -> part.share() > 0).toList();
    }

    /// What the weights of a mean add up to.
    double weight() {
        return parts.stream().mapToDouble(Part::share).sum();
    }

    /// All pictures that are read, in ascending order.
    List<Integer> pictures() {
        return parts.stream()
                .flatMap(
                        part ->
                                mode != Slab.Mode.MEAN && part.share() > 0
                                        ? List.of(part.index(), part.index() + 1).stream()
                                        : List.of(part.index()).stream())
                .sorted()
                .distinct()
                .toList();
    }
}
