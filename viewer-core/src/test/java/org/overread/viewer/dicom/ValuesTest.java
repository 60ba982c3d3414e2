// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.dicom.file.DicomFile;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.SkippedFile;
import org.overread.viewer.dicom.file.TransferSyntaxes;
import org.overread.viewer.dicom.parse.TagNumbers;
import org.overread.viewer.dicom.value.ValueMeaning;
import org.overread.viewer.dicom.value.ValueMeaning.Polarity;
import org.overread.viewer.dicom.value.ValueNote;
import org.overread.viewer.slice.tone.Preset;
import org.overread.viewer.slice.tone.ToneCurve;
import org.overread.viewer.slice.tone.Window;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Voxels;

class ValuesTest {
    @TempDir Path folder;

    private VolumeSource only(DicomBytes... slices) throws Exception {
        ScanResult scan = Scans.scan(Slices.write(folder, slices));
        assertEquals(List.of(), scan.skipped());
        return scan.volumes().findFirst().orElseThrow();
    }

    private static DicomBytes with(int... values) {
        short[] all = new short[12];
        for (int n = 0; n < values.length; n++) {
            all[n] = (short) values[n];
        }
        return Slices.at(1, 0, 0, 0).pixels(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TransferSyntaxes.IMPLICIT_LITTLE,
                TransferSyntaxes.EXPLICIT_LITTLE,
                TransferSyntaxes.EXPLICIT_BIG,
                TransferSyntaxes.DEFLATED
            })
    void everyUncompressedSyntaxGivesTheSameValues(String syntax) throws Exception {
        VolumeSource source = only(Slices.at(syntax, 1, 0, 0, 0), Slices.at(syntax, 2, 0, 0, 1));

        var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());

        assertArrayEquals(
                new short[] {200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211},
                voxels.slice(1));
    }

    @Test
    void signedTwelveBitsIgnoreTheBitsAbove() throws Exception {
        VolumeSource source =
                only(
                        with(0x0fff, 0x0800, 0x07ff, 0xf001, 0x1fff)
                                .us(TagNumbers.BITS_STORED, 12)
                                .us(TagNumbers.HIGH_BIT, 11));

        var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());

        assertArrayEquals(
                new short[] {-1, -2048, 2047, 1, -1, 0, 0, 0, 0, 0, 0, 0}, voxels.slice(0));
    }

    @Test
    void unsignedSixteenBitsStayWhole() throws Exception {
        VolumeSource source = only(with(65535, 40000).us(TagNumbers.PIXEL_REPRESENTATION, 0));

        var voxels = assertInstanceOf(Voxels.UInt16.class, Scans.read(source).voxels());

        assertEquals(65535, voxels.image().getAt(0, 0, 0).get());
        assertEquals(40000, voxels.image().getAt(1, 0, 0).get());
    }

    @Test
    void slopesThatDifferAreAppliedToEachSlice() throws Exception {
        VolumeSource source =
                only(
                        Slices.at(1, 0, 0, 0).text(TagNumbers.SLOPE, "DS", "0.5"),
                        Slices.at(2, 0, 0, 1).text(TagNumbers.SLOPE, "DS", "0.25"));

        var voxels = assertInstanceOf(Voxels.Float32.class, Scans.read(source).voxels());

        assertEquals(50.5f, voxels.slice(0)[1]);
        assertEquals(50.25f, voxels.slice(1)[1]);
    }

    @Test
    void valuesBeyondSixteenBitsAreKeptAsFloats() throws Exception {
        VolumeSource source = only(with(-32768, 32767).text(TagNumbers.INTERCEPT, "DS", "-1024"));

        var voxels = assertInstanceOf(Voxels.Float32.class, Scans.read(source).voxels());

        assertEquals(-33792f, voxels.slice(0)[0]);
        assertEquals(31743f, voxels.slice(0)[1]);
        assertEquals(-1024f, voxels.slice(0)[2]);
    }

    @Test
    void valuesBeyondFloatsAreRefusedNotInfinite() throws Exception {
        var files =
                Slices.write(folder, Slices.at(1, 0, 0, 0).text(TagNumbers.SLOPE, "DS", "1e300"));
        var source = Scans.scan(files).volumes().findFirst().orElseThrow();

        var refused = assertThrows(DicomReadException.class, () -> Scans.read(source));
        assertInstanceOf(SkipReason.UnsupportedPixels.class, refused.reason());
    }

    @Test
    void moreDigitsThanFloatsHaveAreSaid() throws Exception {
        byte[] numbers = new byte[4 * Slices.COLUMNS * Slices.ROWS];
        var wide =
                Slices.at(1, 0, 0, 0)
                        .us(TagNumbers.BITS_ALLOCATED, 32)
                        .us(TagNumbers.BITS_STORED, 32)
                        .us(TagNumbers.HIGH_BIT, 31)
                        .bytes(0x7fe0_0010, "OW", numbers);
        var source = Scans.scan(Slices.write(folder, wide)).volumes().findFirst().orElseThrow();

        assertEquals(List.of(new ValueNote.DigitsRounded(32)), source.meaning().notes());
    }

    @Test
    void doseIsInGray() throws Exception {
        // PS3.3 C.8.8.3: dose = stored number x Dose Grid Scaling
        var dose =
                Slices.at(1, 0, 0, 0)
                        .text(TagNumbers.MODALITY, "CS", "RTDOSE")
                        .without(TagNumbers.SLOPE)
                        .without(TagNumbers.INTERCEPT)
                        .text(TagNumbers.DOSE_UNITS, "CS", "GY")
                        .text(TagNumbers.DOSE_SCALE, "DS", "0.25");
        var source = Scans.scan(Slices.write(folder, dose)).volumes().findFirst().orElseThrow();

        assertEquals(ValueUnit.GRAY, source.meaning().unit());
        assertEquals(111 * 0.25f, DicomVolumeReader.readSlice(source, 0)[11]);
    }

    @Test
    void valuesThatFitStayNarrowWhateverTheHeaderFears() throws Exception {
        VolumeSource source = only(with(24, 1024).text(TagNumbers.INTERCEPT, "DS", "-1024"));

        var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());

        assertEquals(-1000, voxels.slice(0)[0]);
    }

    @Test
    void monochrome1KeepsItsValuesAndSaysSo() throws Exception {
        VolumeSource source = only(with(5).text(TagNumbers.PHOTOMETRIC, "CS", "MONOCHROME1"));

        assertEquals(Polarity.HIGH_IS_BLACK, source.meaning().polarity());
        assertEquals(5, DicomVolumeReader.readSlice(source, 0)[0]);
    }

    @Test
    void meaningOfValuesIsReadFromTheHeader() throws Exception {
        VolumeSource source =
                only(
                        with(5).text(TagNumbers.INTERCEPT, "DS", "-1000")
                                .text(TagNumbers.WINDOW_CENTER, "DS", "40\\-600")
                                .text(TagNumbers.WINDOW_WIDTH, "DS", "400\\1500")
                                .text(TagNumbers.WINDOW_NAME, "LO", "SOFT\\LUNG")
                                .bytes(TagNumbers.PADDING, "SS", new byte[] {0x30, (byte) 0xf8}));

        assertEquals(
                new ValueMeaning(
                        ValueUnit.HU,
                        Polarity.HIGH_IS_WHITE,
                        List.of(
                                new ValueMeaning.VoiWindow("SOFT", 40, 400),
                                new ValueMeaning.VoiWindow("LUNG", -600, 1500)),
                        List.of(
                                new Preset("SOFT", new ToneCurve.Linear(new Window(40, 400))),
                                new Preset("LUNG", new ToneCurve.Linear(new Window(-600, 1500)))),
                        OptionalDouble.of(-3000),
                        List.of()),
                source.meaning());
    }

    @Test
    void archiveMembersAreReadInPlace() throws Exception {
        Path archive = folder.resolve("study.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(out)) {
            for (int n = 1; n <= 3; n++) {
                zip.putNextEntry(new ZipEntry("a/" + n));
                zip.write(Slices.at(n, 0, 0, n).file());
            }
            zip.putNextEntry(new ZipEntry("a/readme.txt"));
            zip.write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        ScanResult scan = Scans.scan(archive);
        VolumeSource source = scan.volumes().findFirst().orElseThrow();
        var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());

        assertEquals(3, source.slices().size());
        assertEquals(302, voxels.slice(2)[2]);
        assertEquals(
                List.of(
                        new SkippedFile(
                                new DicomFile(archive, "a/readme.txt"), new SkipReason.NotDicom())),
                scan.skipped());
    }

    @Test
    void runLengthsAreUnpacked() throws Exception {
        // high bytes: 12 × 1; low bytes: 5 × 7, then 7 literals
        var frame = new ByteArrayOutputStream();
        byte[] header = new byte[64];
        header[0] = 2;
        header[4] = 64;
        header[8] = 66;
        frame.writeBytes(header);
        frame.writeBytes(new byte[] {-11, 1, -4, 7, 6, 1, 2, 3, 4, 5, 6, 7});
        byte[] item = {(byte) 0xfe, (byte) 0xff, 0, (byte) 0xe0, 0, 0, 0, 0};
        var fragments = new ByteArrayOutputStream();
        fragments.writeBytes(item);
        item[4] = (byte) frame.size();
        fragments.writeBytes(item);
        fragments.writeBytes(frame.toByteArray());
        fragments.writeBytes(
                new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xdd, (byte) 0xe0, 0, 0, 0, 0});

        VolumeSource source =
                only(
                        Slices.at(TransferSyntaxes.RLE, 1, 0, 0, 0)
                                .without(0x7fe0_0010)
                                .encapsulated(fragments.toByteArray()));

        var voxels = assertInstanceOf(Voxels.Int16.class, Scans.read(source).voxels());
        assertArrayEquals(
                new short[] {263, 263, 263, 263, 263, 257, 258, 259, 260, 261, 262, 263},
                voxels.slice(0));
    }
}
