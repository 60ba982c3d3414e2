// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.overread.viewer.formats.WriteOptions.Packing;
import org.overread.viewer.formats.nifti.NiftiVersion;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.Placement;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.WriteOutcome;
import org.overread.viewer.formats.outcome.WriteRefusal;
import org.overread.viewer.formats.sample.PlaneStore.Kind;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

class RoundTripTest {
    private static final WriteOptions NIFTI_2 =
            WriteOptions.USUAL.withNiftiVersion(NiftiVersion.NIFTI_2);

    @TempDir Path folder;

    static Stream<Arguments> formatsAndKinds() {
        return Stream.of(ImageFormat.values())
                .flatMap(
                        f ->
                                MadeVolumes.kinds()
                                        .flatMap(
                                                k ->
                                                        Stream.of(Packing.values())
                                                                .map(p -> Arguments.of(f, k, p))));
    }

    @ParameterizedTest
    @MethodSource("formatsAndKinds")
    void voxelsAndPlaceComeBack(ImageFormat format, Kind kind, Packing packing) {
        Volume volume = MadeVolumes.of(kind, MadeVolumes.sheared(new Random(5)), 6);
        Path file = folder.resolve("v" + format.ending());
        List<Path> files = Outcomes.write(volume, file, NIFTI_2.withPacking(packing));
        assertEquals(file, files.getFirst());
        ReadOutcome.Read read = Outcomes.read(file);
        Volume back = read.volumes().getFirst();
        assertEquals(List.of(), read.warnings());
        assertEquals(format, read.facts().format());
        assertEquals(volume.voxels().getClass(), back.voxels().getClass());
        assertArrayEquals(Outcomes.values(volume), Outcomes.values(back));
        assertTrue(MadeVolumes.apart(volume.geometry(), back.geometry()) < 1e-9);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void anyGridComesBackToAMillionthOfAMillimetre(ImageFormat format) {
        Random random = new Random(format.ending().hashCode());
        for (int n = 0; n < 40; n++) {
            VolumeGeometry geometry =
                    n % 2 == 0 ? MadeVolumes.sheared(random) : MadeVolumes.rotated(random);
            Volume volume = MadeVolumes.of(Kind.INT16, geometry, n);
            Path file = folder.resolve("g" + format.ending());
            Outcomes.write(volume, file, NIFTI_2);
            ReadOutcome.Read read = Outcomes.read(file);
            assertEquals(List.of(), read.warnings());
            assertEquals(
                    0,
                    MadeVolumes.apart(geometry, read.volumes().getFirst().geometry()),
                    1e-6,
                    format + " " + n);
        }
    }

    @Test
    void nifti1ComesBackAsFarAsItsFloatsReach() {
        Random random = new Random(7);
        int withQform = 0;
        for (int n = 0; n < 100; n++) {
            VolumeGeometry geometry = MadeVolumes.rotated(random);
            Path file = folder.resolve("f.nii");
            Outcomes.write(MadeVolumes.of(Kind.INT16, geometry, n), file, WriteOptions.USUAL);
            ReadOutcome.Read read = Outcomes.read(file);
            assertEquals(List.of(), read.warnings()); // qform and sform agree
            withQform += read.facts().placement().equals(new Placement.NiftiForms(1, 1)) ? 1 : 0;
            VolumeGeometry back = read.volumes().getFirst().geometry();
            assertEquals(0, MadeVolumes.apart(geometry, back), 2e-4);
        }
        assertTrue(withQform >= 95, withQform + " of 100");
    }

    @Test
    void tinyTurnBesideAHalfTurnGetsNoQformThatLies() {
        for (double angle : new double[] {0, 1e-5, 1e-4, 3e-4, 1e-2, 0.1}) { // rad, about z
            PatientVector i = new PatientVector(Math.cos(angle), Math.sin(angle), 0);
            PatientVector j = new PatientVector(-Math.sin(angle), Math.cos(angle), 0);
            VolumeGeometry geometry =
                    VolumeGeometry.regular(
                            new GridSize(400, 2, 2), PatientPoint.ORIGIN, i, j, 1, 1, 1);
            Path file = folder.resolve("tiny.nii");
            Outcomes.write(MadeVolumes.of(Kind.INT16, geometry, 1), file, WriteOptions.USUAL);
            ReadOutcome.Read read = Outcomes.read(file);
            boolean fits = angle == 0 || angle == 0.1;
            assertEquals(
                    new Placement.NiftiForms(fits ? 1 : 0, 1),
                    read.facts().placement(),
                    "" + angle);
            assertEquals(List.of(), read.warnings());
            VolumeGeometry back = read.volumes().getFirst().geometry();
            assertEquals(0, MadeVolumes.apart(geometry, back), 1e-4);
        }
    }

    @Test
    void qformAloneGivesTheSameGridAsTheSform() throws IOException {
        Random random = new Random(8);
        for (int n = 0; n < 200; n++) {
            VolumeGeometry geometry = MadeVolumes.rotated(random);
            Path file = folder.resolve("q.nii");
            Outcomes.write(MadeVolumes.of(Kind.INT16, geometry, n), file, NIFTI_2);
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(348, 0); // no sform
            VolumeGeometry back = Outcomes.only(Files.write(file, bytes)).geometry();
            assertEquals(0, MadeVolumes.apart(geometry, back), 1e-6);
        }
    }

    @Test
    void shearedGridGetsNoQform() {
        Path file = folder.resolve("s.nii");
        Outcomes.write(
                MadeVolumes.of(Kind.INT16, MadeVolumes.sheared(new Random(1)), 1),
                file,
                WriteOptions.USUAL.withNiftiFormCode(2));
        assertEquals(new Placement.NiftiForms(0, 2), Outcomes.read(file).facts().placement());
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void unevenSlicesAreRefusedAndLeaveNothing(ImageFormat format) throws IOException {
        Volume volume = MadeVolumes.of(Kind.INT16, MadeVolumes.uneven(), 1);
        Path file = folder.resolve("u" + format.ending());
        WriteOutcome outcome =
                ImageFiles.write(
                        volume,
                        file,
                        WriteOptions.USUAL,
                        Runnable::run,
                        Progress.Listener.NONE,
                        new CancelToken());
        assertEquals(
                new WriteOutcome.Refused(
                        new WriteRefusal.UnevenSlices("u" + format.ending(), format)),
                outcome);
        assertNothingIn(folder);
    }

    @Test
    void unknownEndingIsRefused() {
        WriteOutcome outcome =
                ImageFiles.write(
                        MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(1)), 1),
                        folder.resolve("v.jpg"),
                        WriteOptions.USUAL,
                        Runnable::run,
                        Progress.Listener.NONE,
                        new CancelToken());
        assertEquals(new WriteOutcome.Refused(new WriteRefusal.UnknownEnding("v.jpg")), outcome);
    }

    @Test
    void longSideNeedsNifti2() {
        VolumeGeometry geometry =
                VolumeGeometry.regular(
                        new GridSize(32768, 1, 1),
                        PatientPoint.ORIGIN,
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        1);
        Volume volume = MadeVolumes.of(Kind.INT16, geometry, 1);
        Path file = folder.resolve("long.nii");
        assertEquals(
                new WriteOutcome.Refused(
                        new WriteRefusal.TooLargeForFormat("long.nii", 32768, 32767)),
                ImageFiles.write(
                        volume,
                        file,
                        WriteOptions.USUAL,
                        Runnable::run,
                        Progress.Listener.NONE,
                        new CancelToken()));
        Outcomes.write(volume, file, NIFTI_2);
        assertArrayEquals(Outcomes.values(volume), Outcomes.values(Outcomes.only(file)));
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void cancelledWritingLeavesTheOldFile(ImageFormat format) throws IOException {
        Volume volume = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(1)), 1);
        Path file = Files.writeString(folder.resolve("v" + format.ending()), "old");
        CancelToken cancel = new CancelToken();
        assertThrows(
                CancellationException.class,
                () ->
                        ImageFiles.write(
                                volume,
                                file,
                                WriteOptions.USUAL,
                                Runnable::run,
                                _ -> cancel.cancel(),
                                cancel));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void folderThatIsNotThereIsSaid() {
        WriteOutcome outcome =
                ImageFiles.write(
                        MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(1)), 1),
                        folder.resolve("no/v.nii"),
                        WriteOptions.USUAL,
                        Runnable::run,
                        Progress.Listener.NONE,
                        new CancelToken());
        assertEquals(
                new WriteOutcome.Refused(
                        new WriteRefusal.Unwritable("v.nii", "its folder is not there")),
                outcome);
    }

    @Test
    void unitSurvivesInNrrd() {
        Volume made = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(1)), 1);
        Volume hu = new Volume("a", "b", made.geometry(), ValueUnit.HU, made.voxels());
        Path file = folder.resolve("hu.nrrd");
        Outcomes.write(hu, file, WriteOptions.USUAL);
        assertEquals(ValueUnit.HU, Outcomes.only(file).unit());
    }

    @Test
    void sameContentHasTheSameIdWhereverItLies() {
        Volume made = MadeVolumes.of(Kind.INT16, MadeVolumes.rotated(new Random(1)), 1);
        Volume other = MadeVolumes.of(Kind.INT16, made.geometry(), 2);
        Path first = folder.resolve("one.nrrd");
        Path second = folder.resolve("two.nii");
        Path third = folder.resolve("three.nrrd");
        Outcomes.write(made, first, WriteOptions.USUAL);
        Outcomes.write(made, second, NIFTI_2);
        Outcomes.write(other, third, WriteOptions.USUAL);
        assertEquals(Outcomes.only(first).id(), Outcomes.only(second).id());
        assertTrue(!Outcomes.only(first).id().equals(Outcomes.only(third).id()));
    }

    private static void assertNothingIn(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
