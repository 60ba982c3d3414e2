// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Opens files and members of zip archives; keeps each archive open until it is closed itself. Safe for several
/// threads. Members are streamed: no more of one is inflated than is asked for, and never more than a bound.
public final class Archives implements Closeable {
    static final int MAX_MEMBERS = 100_000;

    /// Of a member's header; a zip bomb inflates to no more than this.
    public static final int MAX_MEMBER_HEADER = 1 << 25;

    private final Map<Path, ZipFile> open = new HashMap<>();

    public static boolean isArchive(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    public List<DicomFile> members(Path archive) throws IOException {
        ZipFile zip = zip(archive);
        if (zip.size() > MAX_MEMBERS) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("an archive of %d files".formatted(zip.size())));
        }
        return zip.stream()
                .filter(entry -> !entry.isDirectory())
                .map(entry -> new DicomFile(archive, entry.getName()))
                .toList();
    }

    /// For reading here and there, `keep` bytes of an archive member at most.
    public ByteSource open(DicomFile file, int keep) throws IOException {
        if (!file.isArchived()) {
            return ByteSources.ofFile(file.path());
        }
        Member member = member(file);
        return ByteSources.ofStream(member.stream, member.size, keep);
    }

    /// For reading one part, far into the file.
    public ByteSource openForward(DicomFile file) throws IOException {
        if (!file.isArchived()) {
            return ByteSources.ofFile(file.path());
        }
        Member member = member(file);
        return ByteSources.ofForwardStream(member.stream, member.size);
    }

    private record Member(InputStream stream, long size) {}

    private Member member(DicomFile file) throws IOException {
        ZipFile zip = zip(file.path());
        ZipEntry entry = zip.getEntry(file.member());
        if (entry == null || entry.getSize() < 0) {
            throw new DicomReadException(
                    new SkipReason.Unreadable("it is not in its archive any more"));
        }
        return new Member(zip.getInputStream(entry), entry.getSize());
    }

    private synchronized ZipFile zip(Path archive) throws IOException {
        ZipFile known = open.get(archive);
        if (known != null) {
            return known;
        }
        try {
            // closed with this
            ZipFile zip = new ZipFile(archive.toFile());
            open.put(archive, zip);
            return zip;
        } catch (ZipException e) {
            throw new DicomReadException(
                    new SkipReason.BrokenStructure("it is not a whole zip archive"), e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (ZipFile zip : open.values()) {
            zip.close();
        }
        open.clear();
    }
}
