// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.slice.LayeredScenes;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.SliceScenes.Lie;
import org.overread.viewer.slice.layer.Joining.Joined;
import org.overread.viewer.slice.layer.Joining.Reason;
import org.overread.viewer.slice.layer.Joining.Refused;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Registration;

class JoiningTest {
    private static final FrameOfReference CT = new FrameOfReference.Named("1.2.3");
    private static final FrameOfReference MR = new FrameOfReference.Named("1.2.4");
    private static final FrameOfReference FILE = new FrameOfReference.Unnamed("file");

    /// A quarter turn about the head, then 10 mm to the left.
    private static final PatientTransform QUARTER =
            new PatientTransform(
                    PatientVector.POSTERIOR,
                    PatientVector.LEFT.negated(),
                    PatientVector.HEAD,
                    new PatientVector(10, 0, 0));

    @Test
    void oneFrameJoinsAsItIs() {
        assertEquals(Joined.within(CT), Joining.of(CT, CT, List.of()));
        assertEquals(Joined.within(FILE), Joining.of(FILE, FILE, List.of()));
    }

    @Test
    void differentFramesAreRefusedWithTheReason() {
        assertEquals(new Refused(Reason.DIFFERENT_FRAMES), Joining.of(CT, MR, List.of()));
        assertEquals(new Refused(Reason.UNNAMED_FRAME), Joining.of(CT, FILE, List.of()));
        assertEquals(
                new Refused(Reason.UNNAMED_FRAME),
                Joining.of(new FrameOfReference.Unnamed("a"), FILE, List.of()));
    }

    @Test
    void aRegistrationJoinsEitherWay() {
        var recorded = List.of(new Registration("by hand", CT, MR, QUARTER));
        Joined there = assertInstanceOf(Joined.class, Joining.of(CT, MR, recorded));
        assertEquals(new PatientPoint(8, 1, 3), there.toOverlay().apply(new PatientPoint(1, 2, 3)));
        Joined back = assertInstanceOf(Joined.class, Joining.of(MR, CT, recorded));
        PatientPoint p = back.toOverlay().apply(new PatientPoint(8, 1, 3));
        assertTrue(p.distanceTo(new PatientPoint(1, 2, 3)) < 1e-12, p.toString());
        assertEquals(new Refused(Reason.UNNAMED_FRAME), Joining.of(CT, FILE, recorded));
    }

    @Test
    void theLastRecordedRegistrationCounts() {
        var recorded =
                List.of(
                        new Registration("first", CT, MR, QUARTER),
                        new Registration("better", CT, MR, PatientTransform.IDENTITY));
        Joined joined = assertInstanceOf(Joined.class, Joining.of(CT, MR, recorded));
        assertEquals(PatientTransform.IDENTITY, joined.toOverlay());
    }

    @Test
    void sceneAndLayerRefuseWhatIsJoinedElsewhere() {
        SliceScene scene = LayeredScenes.fused(Lie.AXIAL);
        FusedVolume fused = (FusedVolume) scene.overlays().getFirst();
        SliceScene other =
                scene.withOverlays(List.of())
                        .withBase(
                                new ImageLayer(
                                        scene.volume().withFrame(MR),
                                        scene.tone(),
                                        scene.interpolation()));
        assertThrows(IllegalArgumentException.class, () -> other.withOverlays(scene.overlays()));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new FusedVolume(
                                fused.image(),
                                Joined.within(FILE),
                                0.5,
                                fused.fade(),
                                fused.blend()));
        assertThrows(IllegalArgumentException.class, () -> new Joined(CT, CT, QUARTER));
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        new PatientTransform(
                                PatientVector.LEFT,
                                PatientVector.LEFT,
                                PatientVector.HEAD,
                                PatientVector.LEFT));
    }

    @Test
    void onlyTurnsAndShiftsAreRigid() {
        assertTrue(QUARTER.isRigid());
        var mirrored =
                new PatientTransform(
                        PatientVector.LEFT.negated(),
                        PatientVector.POSTERIOR,
                        PatientVector.HEAD,
                        PatientVector.LEFT);
        assertEquals(false, mirrored.isRigid());
    }
}
