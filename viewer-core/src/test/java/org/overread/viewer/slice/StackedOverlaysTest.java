// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.imglib2.img.planar.PlanarImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.viewer.slice.cpu.CpuSliceRenderer;
import org.overread.viewer.slice.grid.Interpolation;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.slice.layer.FusedVolume.Blend;
import org.overread.viewer.slice.layer.FusedVolume.Fade;
import org.overread.viewer.slice.layer.ImageLayer;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.Overlay;
import org.overread.viewer.slice.tone.Tone;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Registration;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

/// Volumes over volumes whose values are their greys, beside sums that are worked out here.
final class StackedOverlaysTest {
    private static final int SIDE = 24;
    private static final FrameOfReference CT = new FrameOfReference.Named("1.2.3");
    private static final FrameOfReference MR = new FrameOfReference.Named("1.2.4");

    /// A value of 0…255 is a grey of that level.
    private static final Tone GREY = Tone.grey(new Window(127.5, 255));

    @FunctionalInterface
    private interface Values {
        int at(int i);
    }

    private static Volume volume(FrameOfReference frame, Values values) {
        var image = PlanarImgs.shorts(SIDE, SIDE, SIDE);
        for (int k = 0; k < SIDE; k++) {
            short[] slice = image.getPlane(k).getCurrentStorageArray();
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) values.at(n % SIDE);
            }
        }
        var geometry =
                VolumeGeometry.regular(
                        new GridSize(SIDE, SIDE, SIDE),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        return new Volume("v", "v", geometry, ValueUnit.ARBITRARY, new Voxels.Int16(image))
                .withFrame(frame);
    }

    private static Overlay even(int level, double opacity, Blend blend) {
        return new FusedVolume(
                new ImageLayer(volume(CT, _ -> level), GREY, Interpolation.LINEAR),
                Joining.Joined.within(CT),
                opacity,
                Fade.NONE,
                blend);
    }

    private static SliceImage drawn(Volume base, List<Overlay> overlays) {
        var plane =
                new SlicePlane(
                        new PatientPoint(11.5, 11.5, 11),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR);
        var scene =
                new SliceScene(
                        new ImageLayer(base, GREY, Interpolation.LINEAR),
                        plane,
                        new Raster(SIDE, SIDE, 1),
                        Slab.THIN,
                        overlays);
        var image = new SliceImage(SIDE, SIDE);
        CpuSliceRenderer.singleThreaded().render(scene, image);
        return image;
    }

    private static int grey(SliceImage image, int column) {
        int argb = image.argb(column, 7);
        assertEquals(0xFF, argb >>> 24, "opaque");
        assertEquals(argb & 0xFF, argb >> 8 & 0xFF, "grey");
        assertEquals(argb & 0xFF, argb >> 16 & 0xFF, "grey");
        return argb & 0xFF;
    }

    @ParameterizedTest
    @CsvSource({"OVER", "ADD", "LIGHTEN"})
    void anOpacityOfNothingLeavesEveryPixelAsItWas(Blend blend) {
        SliceImage image = drawn(volume(CT, i -> 10 * i), List.of(even(200, 0, blend)));
        for (int c = 0; c < SIDE; c++) {
            assertEquals(10 * c, grey(image, c));
        }
    }

    @ParameterizedTest
    @CsvSource({"OVER, 90", "ADD, -1", "LIGHTEN, -2"})
    void aFullOpacityCoversAddsOrTakesTheLighter(Blend blend, int covered) {
        SliceImage image = drawn(volume(CT, i -> 10 * i), List.of(even(90, 1, blend)));
        for (int c = 0; c < SIDE; c++) {
            int expected =
                    switch (covered) {
                        case -1 -> Math.min(255, 10 * c + 90);
                        case -2 -> Math.max(10 * c, 90);
                        default -> covered;
                    };
            assertEquals(expected, grey(image, c), "column " + c);
        }
    }

    @Test
    void sixVolumesLieOneOverTheOtherInTheirOrder() {
        List<Overlay> overlays =
                List.of(
                        even(250, 1, Blend.OVER),
                        even(200, 1, Blend.OVER),
                        even(50, 0.5, Blend.OVER),
                        even(255, 0.2, Blend.ADD),
                        even(10, 1, Blend.LIGHTEN),
                        even(77, 0, Blend.OVER));
        double half = (200 + 50) / 2.0;
        double expected = half + 0.2 * 255;
        assertEquals(expected, grey(drawn(volume(CT, _ -> 3), overlays), 5), 1);
        // the other way round, the last to cover counts
        assertEquals(250, grey(drawn(volume(CT, _ -> 3), overlays.reversed()), 5));
    }

    @Test
    void anOverlayOfAnotherFrameLiesWhereTheRegistrationPutsIt() {
        var shift =
                new PatientTransform(
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        PatientVector.HEAD,
                        new PatientVector(4, 0, 0));
        for (var recorded :
                List.of(
                        new Registration("there", CT, MR, shift),
                        new Registration("back", MR, CT, shift.inverse()))) {
            var joined = (Joining.Joined) Joining.of(CT, MR, List.of(recorded));
            var moved =
                    new FusedVolume(
                            new ImageLayer(volume(MR, i -> 10 * i), GREY, Interpolation.LINEAR),
                            joined,
                            1,
                            Fade.NONE,
                            Blend.OVER);
            SliceImage image = drawn(volume(CT, _ -> 3), List.of(moved));
            int[] greys = new int[SIDE];
            Arrays.setAll(greys, c -> grey(image, c));
            for (int c = 0; c < SIDE; c++) {
                // column c of the CT is index c + 4 of the MR, which ends at 23
                assertEquals(c + 4 < SIDE ? 10 * (c + 4) : 3, greys[c], "column " + c);
            }
        }
    }
}
