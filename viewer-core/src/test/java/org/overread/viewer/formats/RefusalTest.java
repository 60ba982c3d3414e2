// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.ReadWarning;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Headers that lie, and files that end.
class RefusalTest {
    @TempDir Path folder;

    @Test
    void missingFileIsNamedWithoutItsFolder() {
        assertEquals(
                "gone.nii is not there, or is not a file.",
                Outcomes.refusal(folder.resolve("gone.nii")).describe());
    }

    @Test
    void folderIsNoFile() {
        assertInstanceOf(ReadRefusal.Missing.class, Outcomes.refusal(folder));
    }

    @Test
    void textIsNoImage() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.nii"), "x = 3\n".repeat(200));
        assertEquals(new ReadRefusal.NotAnImage("notes.nii"), Outcomes.refusal(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 1536, 1792, 2048, 2304})
    void typesThatAreNoVolumeAreRefusedByName(int datatype) throws IOException {
        Path file = new NiftiBytes().type(datatype, 8).in(folder);
        var refusal = assertInstanceOf(ReadRefusal.Unsupported.class, Outcomes.refusal(file));
        assertTrue(refusal.describe().startsWith("made.nii holds "));
    }

    @Test
    void analyzeWithoutSidesIsRefused() throws IOException {
        Path file = new NiftiBytes().magic("\0\0\0").in(folder);
        assertInstanceOf(ReadRefusal.Unsupported.class, Outcomes.refusal(file));
    }

    /// The square of such a step is no number any more.
    @Test
    void stepsOfAstronomicalLengthAreRefused() throws IOException {
        Path file = folder.resolve("far.mha");
        Files.writeString(
                file,
                """
                ObjectType = Image
                NDims = 3
                DimSize = 2 2 1
                ElementSpacing = 1e150 1e150 1
                ElementType = MET_UCHAR
                ElementDataFile = LOCAL
                abcd""");
        var refusal = assertInstanceOf(ReadRefusal.BadHeader.class, Outcomes.refusal(file));
        assertEquals(
                "The header of far.mha is wrong: its samples would be 1.0E150 mm apart.",
                refusal.describe());
    }

    @Test
    void badHeadersAreRefused() throws IOException {
        assertBadHeader(new NiftiBytes().dims(3, 2, -3, 2), "dimension 2 has -3 samples");
        assertBadHeader(new NiftiBytes().dims(3, 2, 0, 2), "dimension 2 has 0 samples");
        assertBadHeader(new NiftiBytes().dims(9, 2, 2, 2), "it has 9 dimensions");
        assertBadHeader(
                new NiftiBytes().dims(7, 32767, 32767, 32767, 1, 1, 1, 1),
                "it promises 32767 x 32767 x 32767 samples",
                new ReadRefusal.Truncated("made.nii", 2L * 32767 * 32767 * 32767, 24));
        assertBadHeader(
                new NiftiBytes().dims(7, 2, 3, 2, 32767, 32767, 1, 1),
                "it promises 1073676289 or more volumes");
        assertBadHeader(
                new NiftiBytes().sform(Double.NaN, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0),
                "its samples would be NaN mm apart");
        assertBadHeader(
                new NiftiBytes().codes(1, 0).spacing(1, 1, Double.NaN, 1),
                "samples along dimension 2 would be NaN apart");
        assertBadHeader(
                new NiftiBytes().sform(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0),
                "its axes lie in one plane");
        assertBadHeader(
                new NiftiBytes().qform(1, 1, 1, 0, 0, 0, 0).codes(1, 0),
                "its rotation is no unit quaternion");
        assertBadHeader(
                new NiftiBytes().with(h -> h.putFloat(108, 352.5f)),
                "its samples would begin at byte 352.5");
        assertBadHeader(
                new NiftiBytes().with(h -> h.putFloat(108, Float.NaN)),
                "its samples would begin at byte NaN");
        assertBadHeader(new NiftiBytes().type(99, 16), "it names the unknown data type 99");
    }

    private void assertBadHeader(NiftiBytes nifti, String fault) throws IOException {
        assertEquals(
                new ReadRefusal.BadHeader("made.nii", fault), Outcomes.refusal(nifti.in(folder)));
    }

    private void assertBadHeader(NiftiBytes nifti, String fault, ReadRefusal otherwise)
            throws IOException {
        ReadRefusal refusal = Outcomes.refusal(nifti.in(folder));
        assertTrue(
                refusal.equals(new ReadRefusal.BadHeader("made.nii", fault))
                        || refusal.equals(otherwise),
                refusal::describe);
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = new NiftiBytes().bytes();
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut.nii"), Arrays.copyOf(whole, length));
            Outcomes.refusal(file);
        }
    }

    @Test
    void everyTruncationOfAGzipIsRefused() throws IOException {
        byte[] whole = NiftiBytes.gzip(new NiftiBytes().bytes());
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut.nii.gz"), Arrays.copyOf(whole, length));
            Outcomes.refusal(file);
        }
    }

    @Test
    void wrongChecksumIsRefused() throws IOException {
        byte[] packed = NiftiBytes.gzip(new NiftiBytes().bytes());
        packed[packed.length - 6] ^= 1;
        Path file = Files.write(folder.resolve("sum.nii.gz"), packed);
        assertInstanceOf(ReadRefusal.Damaged.class, Outcomes.refusal(file));
    }

    @Test
    void dataBehindTheSamplesIsAWarning() throws IOException {
        byte[] whole = new NiftiBytes().bytes();
        Path file = Files.write(folder.resolve("m.nii"), Arrays.copyOf(whole, whole.length + 1));
        assertEquals(new ReadWarning.MoreData(), Outcomes.read(file).warnings().getFirst());
    }

    @Test
    void smallGzipThatPromisesMuchIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = new NiftiBytes().dims(3, 30000, 30000, 300).packedIn(folder);
        assertInstanceOf(ReadRefusal.Truncated.class, Outcomes.refusal(file));
    }

    @Test
    void moreThanTheFreeMemoryIsRefused() throws IOException {
        Path file = new NiftiBytes().in(folder);
        ReadOutcome outcome =
                ImageFiles.read(file, Progress.Listener.NONE, new CancelToken(), _ -> 200);
        assertEquals(
                new ReadOutcome.Refused(new ReadRefusal.TooLarge("made.nii", 24 + 2 * 96, 200)),
                outcome);
    }

    @Test
    void wideningBeyondTheFreeMemoryIsRefused() throws IOException {
        Path file = new NiftiBytes().type(8, 32).samples(48, b -> b.putInt(40, 1 << 20)).in(folder);
        ReadOutcome outcome =
                ImageFiles.read(
                        file,
                        Progress.Listener.NONE,
                        new CancelToken(),
                        needed -> needed > 24 ? 1000 : 23);
        assertEquals(
                new ReadOutcome.Refused(new ReadRefusal.TooLarge("made.nii", 48, 23)), outcome);
    }

    @Test
    void cancelledReadingEnds() throws IOException {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        Path file = new NiftiBytes().in(folder);
        assertThrows(
                CancellationException.class,
                () -> ImageFiles.read(file, Progress.Listener.NONE, cancel));
    }

    @Test
    void progressEndsAtTheWhole() throws IOException {
        Progress[] last = new Progress[1];
        ImageFiles.read(new NiftiBytes().in(folder), p -> last[0] = p, new CancelToken());
        assertEquals(new Progress(24, 24), last[0]);
    }

    @Test
    void headerThatNeverEndsIsRefused() throws IOException {
        Path nrrd =
                Files.writeString(
                        folder.resolve("long.nrrd"), "NRRD0004\n" + "a:=b\n".repeat(300_000));
        assertInstanceOf(ReadRefusal.BadHeader.class, Outcomes.refusal(nrrd));
        Path meta =
                Files.writeString(
                        folder.resolve("long.mha"),
                        "NDims = 3\n" + "Comment = b\n".repeat(200_000));
        assertInstanceOf(ReadRefusal.BadHeader.class, Outcomes.refusal(meta));
    }
}
