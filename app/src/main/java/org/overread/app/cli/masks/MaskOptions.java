// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.masks;

import java.util.Locale;
import java.util.Optional;
import org.overread.app.cli.line.CommandRefused;
import org.overread.app.segment.LabelImage;
import org.overread.app.segment.MaskFileException;
import org.overread.segmentation.mask.Connectivity;
import org.overread.segmentation.mask.Spacing;
import org.overread.segmentation.mask.distance.Convention;
import org.overread.segmentation.mask.distance.Margin;
import org.overread.segmentation.mask.morphology.BallDefinition;
import org.overread.segmentation.mask.morphology.Kernel;
import picocli.CommandLine.Option;

/// How the operations of the command `mask` are to be done.
final class MaskOptions {
    @Option(
            names = "--ball",
            paramLabel = "N",
            description = "Radius in voxels, 1 to 16: open, close, erode, dilate, smooth (to 7).")
    private Optional<Integer> ball = Optional.empty();

    @Option(
            names = "--mm",
            paramLabel = "R",
            description =
                    "Radius, margin (below 0 shrinks), thickness or standard deviation in mm.")
    private Optional<Double> mm = Optional.empty();

    @Option(
            names = "--definition",
            paramLabel = "NAME",
            description =
                    "Whose ball of voxels: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} where none is named.")
    private BallDefinition definition = BallDefinition.ITK;

    @Option(
            names = "--connectivity",
            paramLabel = "N",
            description = "Neighbours of a voxel: 6, 18 or 26; 6 where none is named.")
    private int neighbours = 6;

    @Option(names = "--slices", description = "fill-holes: in every slice by itself.")
    private boolean slices;

    @Option(
            names = "--at",
            paramLabel = "I,J,K",
            description = "keep: a voxel of the part that stays.")
    private String at = "";

    @Option(
            names = "--fewest",
            paramLabel = "N",
            description = "remove-small: parts with fewer voxels go.")
    private long fewest = 1000;

    @Option(
            names = "--shell",
            paramLabel = "NAME",
            description = "hollow: ${COMPLETION-CANDIDATES}; within where none is named.")
    private Margin.Shell shell = Margin.Shell.WITHIN;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            description =
                    "smooth: median (--ball, or --mm across), gaussian (--mm, keeps what has half) or joint (--mm, all labels together); by --ball or --mm alone, median or gaussian.")
    private Optional<Smoothing> method = Optional.empty();

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description =
                    "distance: border-centres (ITK's signed Maurer map) or interface (faces of voxels).")
    private String convention = "border-centres";

    /// How masks are made smooth.
    enum Smoothing {
        MEDIAN,
        GAUSSIAN,
        JOINT
    }

    Smoothing smoothing() {
        return method.orElse(ball.isPresent() ? Smoothing.MEDIAN : Smoothing.GAUSSIAN);
    }

    boolean slices() {
        return slices;
    }

    long fewest() {
        return fewest;
    }

    Margin.Shell shell() {
        return shell;
    }

    Optional<Integer> ball() {
        return ball;
    }

    Connectivity connectivity() {
        return Connectivity.of(neighbours);
    }

    Convention convention() throws CommandRefused {
        for (Convention known : Convention.values()) {
            if (name(known).equals(convention)) {
                return known;
            }
        }
        throw new CommandRefused(
                "There is no convention '%s'; there are: border-centres, interface."
                        .formatted(convention));
    }

    private static String name(Convention convention) {
        return convention.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double millimetres(String operation) throws CommandRefused {
        return mm.orElseThrow(() -> new CommandRefused("--op " + operation + " needs --mm."));
    }

    /// The ball that `--ball` or `--mm` names.
    Kernel kernel(String operation, LabelImage labels) throws CommandRefused, MaskFileException {
        if (ball.isPresent() == mm.isPresent()) {
            throw new CommandRefused(
                    "--op " + operation + " needs a radius: either --ball or --mm.");
        }
        if (ball.isPresent()) {
            if (ball.get() < 1) {
                throw new CommandRefused(
                        "A radius of %d voxels; it must be 1 to %d."
                                .formatted(ball.get(), Kernel.LARGEST_RADIUS));
            }
            return Kernel.ball(ball.get(), definition);
        }
        Spacing spacing = labels.spacing();
        return Kernel.ball(mm.get(), spacing);
    }

    /// Three voxel indices.
    int[] at() throws CommandRefused {
        String[] parts = at.split(",", -1);
        try {
            if (parts.length == 3) {
                return new int[] {
                    Integer.parseInt(parts[0].strip()),
                    Integer.parseInt(parts[1].strip()),
                    Integer.parseInt(parts[2].strip())
                };
            }
        } catch (NumberFormatException e) {
            throw new CommandRefused("--at '" + at + "' is not a voxel; write it as 10,20,30.", e);
        }
        throw new CommandRefused("--at '" + at + "' is not a voxel; write it as 10,20,30.");
    }
}
