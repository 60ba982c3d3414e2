// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.formats.outcome.ImageFormat;
import org.overread.viewer.formats.outcome.Placement;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;

class NiftiReaderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void readsBothByteOrders(String order) throws IOException {
        ByteOrder byteOrder =
                order.equals("LITTLE_ENDIAN") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        Volume volume = Outcomes.only(new NiftiBytes(byteOrder).in(folder));
        assertEquals(new PatientPoint(-10, -20, 30), volume.geometry().origin());
        assertEquals(new PatientVector(0, -2, 0), volume.geometry().jStep());
        assertEquals(9, Outcomes.value(volume, 1, 1, 1)); // 1 + 2 * (1 + 3 * 1)
        assertInstanceOf(Voxels.Int16.class, volume.voxels());
    }

    @Test
    void gzipIsFoundByItsBytesNotByTheName() throws IOException {
        Path file = Files.write(folder.resolve("a.nii"), NiftiBytes.gzip(new NiftiBytes().bytes()));
        assertEquals(9, Outcomes.value(Outcomes.only(file), 1, 1, 1));
    }

    @Test
    void samplesAfterExtensionsAreFound() throws IOException {
        byte[] plain = new NiftiBytes().with(h -> h.putFloat(108, 400)).bytes();
        byte[] shifted = Arrays.copyOf(plain, plain.length + 48);
        Arrays.fill(shifted, 352, 400, (byte) 77);
        System.arraycopy(plain, 352, shifted, 400, 24);
        assertEquals(
                9,
                Outcomes.value(
                        Outcomes.only(Files.write(folder.resolve("e.nii"), shifted)), 1, 1, 1));
    }

    @Test
    void pairIsReadFromEitherFile() throws IOException {
        byte[] all = new NiftiBytes().magic("ni1").with(h -> h.putFloat(108, 0)).bytes();
        Path header = Files.write(folder.resolve("p.hdr"), Arrays.copyOf(all, 348));
        Path image = Files.write(folder.resolve("p.img"), Arrays.copyOfRange(all, 352, all.length));
        assertEquals(9, Outcomes.value(Outcomes.only(header), 1, 1, 1));
        assertEquals(9, Outcomes.value(Outcomes.only(image), 1, 1, 1));
        assertEquals(ImageFormat.NIFTI_PAIR, Outcomes.read(header).facts().format());
    }

    @Test
    void pairWithPackedSamplesIsRead() throws IOException {
        byte[] all = new NiftiBytes().magic("ni1").with(h -> h.putFloat(108, 0)).bytes();
        Path header = Files.write(folder.resolve("q.hdr"), Arrays.copyOf(all, 348));
        Files.write(
                folder.resolve("q.img.gz"),
                NiftiBytes.gzip(Arrays.copyOfRange(all, 352, all.length)));
        assertEquals(9, Outcomes.value(Outcomes.only(header), 1, 1, 1));
    }

    @Test
    void headerWithoutItsSamplesNamesTheMissingFile() throws IOException {
        byte[] all = new NiftiBytes().magic("ni1").bytes();
        Path header = Files.write(folder.resolve("lost.hdr"), Arrays.copyOf(all, 348));
        assertEquals(
                new ReadRefusal.MissingSamples("lost.hdr", "lost.img"), Outcomes.refusal(header));
    }

    @Test
    void sformWinsAndDisagreementIsSaid() throws IOException {
        Path file = new NiftiBytes().qform(1, 0, 0, 0, 10, 20, 31).in(folder);
        ReadOutcome.Read read = Outcomes.read(file);
        assertEquals(30, read.volumes().getFirst().geometry().origin().z());
        assertEquals(List.of(new ReadWarning.FormsDisagree(1)), read.warnings());
        assertEquals(new Placement.NiftiForms(1, 1), read.facts().placement());
    }

    @Test
    void agreeingFormsAreNoWarning() throws IOException {
        Path file = new NiftiBytes().qform(1, 0, 0, 0, 10, 20, 30).in(folder);
        assertEquals(List.of(), Outcomes.read(file).warnings());
    }

    @Test
    void qformIsUsedWhereThereIsNoSform() throws IOException {
        double half = Math.sqrt(0.5); // a quarter turn about z: columns run to the front
        Path file = new NiftiBytes().qform(2, 0, 0, half, 1, 2, 3).codes(2, 0).in(folder);
        VolumeGeometry geometry = Outcomes.only(file).geometry();
        assertClose(new PatientVector(0, -1, 0), geometry.iStep());
        assertClose(new PatientVector(2, 0, 0), geometry.jStep());
        assertClose(new PatientVector(0, 0, 3), geometry.kStep(0));
        assertEquals(new PatientPoint(-1, -2, 3), geometry.origin());
    }

    @Test
    void negativeQfacTurnsTheSlicesOver() throws IOException {
        Path file =
                new NiftiBytes()
                        .qform(1, 0, 0, 0, 0, 0, 0)
                        .codes(1, 0)
                        .spacing(-1, 1, 2, 3)
                        .in(folder);
        VolumeGeometry geometry = Outcomes.only(file).geometry();
        assertClose(new PatientVector(0, 0, -3), geometry.kStep(0));
        assertTrue(geometry.kStep(0).dot(geometry.normal()) < 0);
    }

    @Test
    void withoutFormsTheVolumeIsUncalibrated() throws IOException {
        ReadOutcome.Read read = Outcomes.read(new NiftiBytes().codes(0, 0).in(folder));
        assertEquals(List.of(new ReadWarning.Uncalibrated()), read.warnings());
        assertEquals(2, read.volumes().getFirst().geometry().spacingJ());
    }

    @Test
    void shearedGridIsKept() throws IOException {
        Path file = new NiftiBytes().sform(1, 0, 0, 0, 0, 2, 1, 0, 0, 0, 3, 0).in(folder);
        assertEquals(new PatientVector(0, -1, 3), Outcomes.only(file).geometry().kStep(0));
    }

    @Test
    void metresBecomeMillimetres() throws IOException {
        ReadOutcome.Read read =
                Outcomes.read(new NiftiBytes().with(h -> h.put(123, (byte) 1)).in(folder));
        assertEquals(3000, read.volumes().getFirst().geometry().spacingK());
        assertEquals(-10000, read.volumes().getFirst().geometry().origin().x());
        assertEquals(List.of(new ReadWarning.UnitsConverted("metres")), read.warnings());
    }

    @Test
    void timesBecomeVolumesNamedInWords() throws IOException {
        Path file =
                new NiftiBytes()
                        .dims(4, 2, 3, 1, 2)
                        .spacing(1, 1, 2, 3, 2.5)
                        .with(h -> h.put(123, (byte) 10))
                        .in(folder);
        List<Volume> volumes = Outcomes.read(file).volumes();
        assertEquals(
                List.of("made, time 1 of 2 (0 s)", "made, time 2 of 2 (2.5 s)"),
                volumes.stream().map(Volume::title).toList());
        assertArrayEquals(new double[] {6, 7, 8, 9, 10, 11}, Outcomes.values(volumes.get(1)));
        assertEquals(2, volumes.stream().map(Volume::id).distinct().count());
    }

    @Test
    void unscaledTypesKeepTheirValues() throws IOException {
        assertValues(Voxels.Int16.class, 256, 8, b -> b.put(0, (byte) -128), -128);
        assertValues(Voxels.Int16.class, 2, 8, b -> b.put(0, (byte) 255), 255);
        assertValues(Voxels.UInt16.class, 512, 16, b -> b.putShort(0, (short) 65535), 65535);
        assertValues(Voxels.Int16.class, 8, 32, b -> b.putInt(0, -32768), -32768);
        assertValues(Voxels.UInt16.class, 8, 32, b -> b.putInt(0, 65535), 65535);
        assertValues(Voxels.Float32.class, 8, 32, b -> b.putInt(0, -32769), -32769);
        assertValues(Voxels.Float32.class, 8, 32, b -> b.putInt(0, 65536), 65536);
        assertValues(Voxels.UInt16.class, 768, 32, b -> b.putInt(0, 40000), 40000);
        assertValues(Voxels.Float32.class, 768, 32, b -> b.putInt(0, 0xFFFFFF00), 4294967040.0);
        assertValues(Voxels.Int16.class, 1024, 64, b -> b.putLong(0, -7), -7);
        assertValues(Voxels.Float32.class, 1280, 64, b -> b.putLong(0, 1L << 63), 0x1p63);
        assertValues(Voxels.Float32.class, 16, 32, b -> b.putFloat(0, 0.25f), 0.25);
        assertValues(Voxels.Float32.class, 64, 64, b -> b.putDouble(0, 0.25), 0.25);
    }

    private void assertValues(
            Class<?> kind,
            int datatype,
            int bits,
            java.util.function.Consumer<ByteBuffer> first,
            double expected)
            throws IOException {
        Path file = new NiftiBytes().type(datatype, bits).samples(12 * bits / 8, first).in(folder);
        Volume volume = Outcomes.only(file);
        assertEquals(kind, volume.voxels().getClass(), "data type " + datatype);
        assertEquals(expected, Outcomes.value(volume, 0, 0, 0));
        assertEquals(0, Outcomes.value(volume, 1, 2, 1));
    }

    @Test
    void wideningKeepsEarlierSlices() throws IOException {
        Path file =
                new NiftiBytes()
                        .type(8, 32)
                        .samples(48, b -> b.putInt(0, 65535).putInt(44, 1 << 20))
                        .in(folder);
        Volume volume = Outcomes.only(file);
        assertInstanceOf(Voxels.Float32.class, volume.voxels());
        assertEquals(65535, Outcomes.value(volume, 0, 0, 0));
        assertEquals(1 << 20, Outcomes.value(volume, 1, 2, 1));
    }

    @Test
    void negativeValueAfterALargeOneNeedsFloats() throws IOException {
        Path file =
                new NiftiBytes()
                        .type(8, 32)
                        .samples(48, b -> b.putInt(0, 65535).putInt(44, -1))
                        .in(folder);
        Volume volume = Outcomes.only(file);
        assertEquals(65535, Outcomes.value(volume, 0, 0, 0));
        assertEquals(-1, Outcomes.value(volume, 1, 2, 1));
    }

    @Test
    void integerThatFloatsCannotHoldIsRefused() throws IOException {
        Path file =
                new NiftiBytes()
                        .type(8, 32)
                        .samples(48, b -> b.putInt(20, (1 << 24) + 1))
                        .in(folder);
        assertEquals(new ReadRefusal.Inexact("made.nii", "16777217"), Outcomes.refusal(file));
    }

    @Test
    void wholeScaledValuesStayIntegers() throws IOException {
        Volume volume = Outcomes.only(new NiftiBytes().scaling(2, -1024).in(folder));
        assertInstanceOf(Voxels.Int16.class, volume.voxels());
        assertEquals(-1006, Outcomes.value(volume, 1, 1, 1));
    }

    @Test
    void fractionalScaledValuesBecomeFloats() throws IOException {
        Volume volume = Outcomes.only(new NiftiBytes().scaling(0.5, 1).in(folder));
        assertInstanceOf(Voxels.Float32.class, volume.voxels());
        assertEquals(5.5, Outcomes.value(volume, 1, 1, 1));
    }

    @Test
    void slopeZeroMeansUnscaled() throws IOException {
        assertEquals(
                9,
                Outcomes.value(Outcomes.only(new NiftiBytes().scaling(0, 99).in(folder)), 1, 1, 1));
    }

    @Test
    void roundedDoublesAreSaid() throws IOException {
        Path file = new NiftiBytes().type(64, 64).samples(96, b -> b.putDouble(0, 0.1)).in(folder);
        var lossy =
                assertInstanceOf(
                        ReadWarning.Lossy.class, Outcomes.read(file).warnings().getFirst());
        assertEquals(1, lossy.values());
        assertEquals(Math.abs(0.1 - (double) 0.1f), lossy.largestChange());
    }

    @Test
    void doubleBeyondFloatsIsRefused() throws IOException {
        Path file =
                new NiftiBytes().type(64, 64).samples(96, b -> b.putDouble(0, 1e300)).in(folder);
        assertEquals(new ReadRefusal.Inexact("made.nii", "1.0E300"), Outcomes.refusal(file));
    }

    @Test
    void oneSliceWithoutAStepStandsUpright() throws IOException {
        Path file =
                new NiftiBytes().dims(2, 2, 3).sform(1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0).in(folder);
        assertEquals(1, Outcomes.only(file).geometry().spacingK());
    }

    @Test
    void nifti2IsRead() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(568).order(ByteOrder.BIG_ENDIAN);
        bytes.putInt(0, 540).put(4, "n+2".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        bytes.put(8, new byte[] {13, 10, 26, 10}).putShort(12, (short) 4).putShort(14, (short) 16);
        bytes.putLong(16, 3).putLong(24, 2).putLong(32, 3).putLong(40, 2);
        bytes.putDouble(104, 1).putDouble(112, 1).putDouble(120, 2).putDouble(128, 3);
        bytes.putLong(168, 544).putDouble(176, 1).putInt(348, 3);
        bytes.putDouble(400, 1).putDouble(424, 0.1);
        bytes.putDouble(440, 2).putDouble(456, 0.2);
        bytes.putDouble(480, 3).putDouble(488, 0.3).putInt(500, 2);
        bytes.putShort(544 + 18, (short) 99);
        Path file = Files.write(folder.resolve("two.nii"), bytes.array());
        Volume volume = Outcomes.only(file);
        assertEquals(new PatientPoint(-0.1, -0.2, 0.3), volume.geometry().origin());
        assertEquals(99, Outcomes.value(volume, 1, 1, 1));
        assertEquals(new Placement.NiftiForms(0, 3), Outcomes.read(file).facts().placement());
    }

    private static void assertClose(PatientVector expected, PatientVector actual) {
        assertEquals(0, expected.minus(actual).length(), 1e-6, () -> expected + " " + actual);
    }
}
