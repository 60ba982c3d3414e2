// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.learn.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.segmentation.learn.feature.FeatureSettings.Extent;
import org.overread.segmentation.tool.Phantom;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.Voxels;

/// Every feature against SciPy and NumPy: the Gaussian is `scipy.ndimage.gaussian_filter`, eigenvalues are those of
/// `numpy.linalg.eigvalsh`. The program below draws no volume of its own; it reads ours.
final class ScipyFeaturesTest {
    private static final GridSize SIZE = new GridSize(30, 26, 14);
    private static final double[] SIDES = {0.8, 0.9, 2.5};
    private static final double SIGMA = 1.7;

    /// Beyond the volume its outermost voxels are repeated, far enough that no filter sees the end of that.
    private static final String PROGRAM =
            """
            import sys, numpy as np
            from scipy.ndimage import gaussian_filter
            nk, nj, ni = 14, 26, 30
            side = np.array([2.5, 0.9, 0.8]); sigma = 1.7; pad = 16
            raw = np.fromfile(sys.argv[1], dtype='<f4').reshape(nk, nj, ni).astype(np.float64)
            space = sys.argv[2] == 'IN_SPACE'
            v = np.pad(raw, pad, mode='edge')
            s = sigma / side
            if not space:
                s[0] = 0
            g = gaussian_filter(v, s, truncate=3)
            def d(a, axis):
                return (np.roll(a, -1, axis) - np.roll(a, 1, axis)) / (2 * side[axis])
            def dd(a, axis):
                return (np.roll(a, -1, axis) - 2 * a + np.roll(a, 1, axis)) / side[axis] ** 2
            axes = (2, 1, 0) if space else (2, 1)
            grad = [d(g, a) for a in axes]
            h = np.empty(g.shape + (len(axes), len(axes)))
            for p, a in enumerate(axes):
                for q, b in enumerate(axes):
                    h[..., p, q] = dd(g, a) if p == q else d(d(g, a), b)
            flat = np.array([0, sigma / side[1], sigma / side[2]])
            t = np.empty(g.shape + (2, 2))
            for p in range(2):
                for q in range(2):
                    t[..., p, q] = gaussian_filter(grad[p] * grad[q], flat, truncate=3)
            parts = [v, g, np.sqrt(sum(x * x for x in grad)), sum(dd(g, a) for a in axes)]
            e = np.linalg.eigvalsh(h)
            parts += [e[..., n] for n in reversed(range(len(axes)))]
            e = np.linalg.eigvalsh(t)
            parts += [e[..., 1], e[..., 0]]
            for line in sys.argv[3:]:
                i, j, k = map(int, line.split(','))
                print(*['%.6f' % p[k + pad, j + pad, i + pad] for p in parts])
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void featuresAreThoseOfScipy(Extent extent) throws IOException {
        String python = python();
        assumeTrue(!python.isEmpty(), "missing: a python3 with scipy");
        var places =
                List.of(
                        new int[] {0, 0, 0},
                        new int[] {15, 13, 7},
                        new int[] {29, 25, 13},
                        new int[] {3, 20, 1},
                        new int[] {22, 2, 12},
                        new int[] {9, 9, 5},
                        new int[] {17, 6, 9});
        var voxels = (Voxels.Int16) Phantom.nested(SIZE).voxels();
        var command = new ArrayList<String>();
        command.addAll(List.of(python, "-c", PROGRAM, file(voxels).toString(), extent.name()));
        for (int[] p : places) {
            command.add("%d,%d,%d".formatted(p[0], p[1], p[2]));
        }
        String[] lines = run(command).strip().split("\n", -1);
        assertEquals(places.size(), lines.length);
        var features = features(voxels, extent);
        for (int n = 0; n < lines.length; n++) {
            int[] p = places.get(n);
            float[] row = Drawn.row(features, p[0], p[1], p[2]);
            double[] expected =
                    Arrays.stream(lines[n].split(" ", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            assertRow(expected, row, "voxel " + Arrays.toString(p));
        }
    }

    /// Two of those voxels, as SciPy 1.10.1 with NumPy 1.24.2 has them.
    @ParameterizedTest
    @EnumSource
    void featuresAreThoseOfScipyWhereItIsMissing(Extent extent) {
        var voxels = (Voxels.Int16) Phantom.nested(SIZE).voxels();
        var features = features(voxels, extent);
        switch (extent) {
            case IN_SLICE -> {
                assertRow(SLICE_MIDDLE, Drawn.row(features, 15, 13, 7), "middle");
                assertRow(SLICE_EDGE, Drawn.row(features, 3, 20, 1), "edge");
            }
            case IN_SPACE -> {
                assertRow(SPACE_MIDDLE, Drawn.row(features, 15, 13, 7), "middle");
                assertRow(SPACE_EDGE, Drawn.row(features, 3, 20, 1), "edge");
            }
        }
    }

    private static final double[] SLICE_MIDDLE = {
        111.0000, 114.2192, 0.6392, -9.9211, -2.7999, -7.1212, 171.4085, 84.8130
    };
    private static final double[] SLICE_EDGE = {
        -1011.0000, -1001.8682, 1.1766, 0.5534, 0.4775, 0.0759, 0.7470, 0.2448
    };
    private static final double[] SPACE_MIDDLE = {
        111.0000, 112.5443, 0.4412, -14.2004, -2.3219, -4.1463, -7.7322, 183.6147, 96.0223
    };
    private static final double[] SPACE_EDGE = {
        -1011.0000, -1001.8371, 0.7584, 0.7447, 0.6882, 0.2690, -0.2125, 4.4039, 0.2341
    };

    private static PixelFeatures features(Voxels.Grey voxels, Extent extent) {
        return new PixelFeatures(
                voxels,
                Drawn.even(SIZE, SIDES[0], SIDES[1], SIDES[2]),
                new FeatureSettings(List.of(SIGMA), extent),
                1 << 24);
    }

    /// Floats beside doubles: to some units in the last place of the largest numbers that are added up.
    private static void assertRow(double[] expected, float[] found, String what) {
        assertEquals(expected.length, found.length, what);
        for (int n = 0; n < expected.length; n++) {
            double tolerance = 5e-3 + 2e-5 * Math.abs(expected[n]);
            assertEquals(expected[n], found[n], tolerance, "%s, feature %d".formatted(what, n));
        }
    }

    private Path file(Voxels.Int16 voxels) throws IOException {
        var buffer =
                ByteBuffer.allocate(Math.toIntExact(4 * SIZE.voxels()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < SIZE.k(); k++) {
            for (short value : voxels.slice(k)) {
                buffer.putFloat(value);
            }
        }
        return Files.write(folder.resolve("voxels"), buffer.array());
    }

    private static String python() {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(ScipyFeaturesTest::hasScipy)
                .findFirst()
                .orElse("");
    }

    private static boolean hasScipy(String python) {
        try {
            return run(List.of(python, "-c", "import scipy.ndimage; print('there')"))
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .endsWith("there");
        } catch (IOException _) {
            return false;
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.onExit().join().exitValue();
        assertTrue(status == 0 || command.size() < 4, said);
        return said;
    }
}
