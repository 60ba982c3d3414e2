// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.overread.viewer.dicom.file.ByteCursor;
import org.overread.viewer.dicom.file.ByteSource;
import org.overread.viewer.dicom.file.ByteSources;
import org.overread.viewer.dicom.file.DicomReadException;
import org.overread.viewer.dicom.file.SkipReason;
import org.overread.viewer.dicom.file.TransferSyntaxes;

/// A DICOM file whose first bytes have been understood; a deflated data set is inflated.
public record OpenedFile(ByteSource source, ByteCursor cursor, FileStart start, HeaderMemory memory)
        implements Closeable {
    public static final int MAX_INFLATED = 1 << 28;

    public static OpenedFile of(ByteSource source) throws IOException {
        return of(source, new HeaderMemory());
    }

    public static OpenedFile of(ByteSource source, HeaderMemory memory) throws IOException {
        var cursor = new ByteCursor(source, memory.room);
        FileStart start = FileStart.find(cursor);
        if (!start.transferSyntax().equals(TransferSyntaxes.DEFLATED)) {
            return new OpenedFile(source, cursor, start, memory);
        }
        ByteSource inflated = ByteSources.ofArray(inflate(cursor, start.dataSet()));
        return new OpenedFile(
                inflated,
                new ByteCursor(inflated, memory.room),
                new FileStart(start.transferSyntax(), start.encoding(), 0),
                memory);
    }

    private static byte[] inflate(ByteCursor cursor, long from) throws IOException {
        if (cursor.size() - from > MAX_INFLATED) {
            throw tooLarge();
        }
        byte[] deflated = cursor.bytes(from, (int) (cursor.size() - from));
        var inflater = new Inflater(true);
        try (var stream = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            byte[] result = stream.readNBytes(MAX_INFLATED + 1);
            if (result.length > MAX_INFLATED) {
                throw tooLarge();
            }
            return result;
        } catch (ZipException | java.io.EOFException e) {
            throw new DicomReadException(
                    new SkipReason.BrokenStructure("its deflated data set does not inflate"), e);
        } finally {
            inflater.end();
        }
    }

    private static DicomReadException tooLarge() {
        return new DicomReadException(
                new SkipReason.TooLarge("a data set of more than " + MAX_INFLATED + " bytes"));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
