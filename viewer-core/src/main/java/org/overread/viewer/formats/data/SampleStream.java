// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipException;
import org.overread.viewer.formats.file.FileNames;
import org.overread.viewer.formats.outcome.ReadRefusal;
import org.overread.viewer.formats.outcome.UnreadableImage;
import org.overread.viewer.formats.sample.TextSamples;
import org.overread.viewer.work.TimeLimit;

/// The decoded samples of a file, or of several one after another, as one run of bytes. Belongs to one thread.
public final class SampleStream implements AutoCloseable {
    private final List<DataPart> parts;
    private int next;
    private long leftInPart;
    private InputStream part = InputStream.nullInputStream();

    public SampleStream(List<DataPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /// Puts the next `length` bytes at the start of `target`.
    public void fill(byte[] target, int length) throws IOException, UnreadableImage {
        int done = 0;
        while (done < length) {
            if (leftInPart == 0) {
                finish();
                openNext();
            }
            int wanted = (int) Math.min(length - done, leftInPart);
            int got = read(target, done, wanted);
            if (got < wanted) {
                DataPart current = parts.get(next - 1);
                throw new UnreadableImage(
                        new ReadRefusal.Truncated(
                                FileNames.of(current.file()),
                                current.sampleBytes(),
                                current.sampleBytes() - leftInPart + got));
            }
            done += got;
            leftInPart -= got;
        }
    }

    /// Reads on after the last sample, so that a checksum there is verified; answers whether more data follows.
    public boolean finish() throws IOException, UnreadableImage {
        if (next == 0 || parts.get(next - 1).offset() == DataPart.AT_END) {
            return false;
        }
        byte[] one = new byte[1];
        return read(one, 0, 1) > 0;
    }

    private void openNext() throws IOException, UnreadableImage {
        part.close();
        DataPart opened = parts.get(next++);
        try {
            part = TimeLimit.<InputStream, IOException>within(ReadBounds.SLICE, opened::open);
        } catch (EOFException _) {
            throw new UnreadableImage(
                    new ReadRefusal.Truncated(
                            FileNames.of(opened.file()), opened.sampleBytes(), 0));
        } catch (ZipException _) {
            throw damaged(opened);
        }
        leftInPart = opened.sampleBytes();
    }

    private int read(byte[] target, int from, int length) throws IOException, UnreadableImage {
        try {
            return TimeLimit.<Integer, IOException>within(
                    ReadBounds.SLICE, () -> part.readNBytes(target, from, length));
        } catch (EOFException _) { // a compressed stream that stops in its middle
            DataPart current = parts.get(next - 1);
            throw new UnreadableImage(
                    new ReadRefusal.Truncated(
                            FileNames.of(current.file()),
                            current.sampleBytes(),
                            current.sampleBytes() - leftInPart));
        } catch (ZipException _) {
            throw damaged(parts.get(next - 1));
        } catch (TextSamples.NotANumber e) {
            throw new UnreadableImage(
                    new ReadRefusal.Damaged(
                            FileNames.of(parts.get(next - 1).file()),
                            FileNames.quoted(e.token()) + " is no number of its type"));
        }
    }

    private static UnreadableImage damaged(DataPart part) {
        return new UnreadableImage(
                new ReadRefusal.Damaged(
                        FileNames.of(part.file()), "its compressed data cannot be unpacked"));
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
