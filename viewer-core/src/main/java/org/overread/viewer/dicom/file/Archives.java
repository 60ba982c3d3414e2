// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.file;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Opens files and members of zip archives; keeps each archive open until it is closed itself. Safe for several
/// threads. Members are streamed: no more of one is inflated than is asked for, and never more than a bound.
public final class Archives implements Closeable {
    static final int MAX_MEMBERS = 100_000;

    /// Of a member's header; a zip bomb inflates to no more than this.
    public static final int MAX_MEMBER_HEADER = 1 << 25;

    /// What the headers of one archive may inflate to: headers are text and compress by a tenth, so honest archives stay
    /// far below, and an archive of bombs costs no more than reading so many bytes.
    static final long INFLATION = 64;

    static final long FREE_INFLATION = 1L << 26;

    private final Map<Path, Archive> open = new HashMap<>();
    private final Map<DicomFile, InflatedMember> inflated = new HashMap<>();

    private record Archive(ZipFile zip, AtomicLong inflationLeft) {}

    public static boolean isArchive(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// The members of an archive with the bytes that they are said to take.
    public Map<DicomFile, Long> members(Path archive) throws IOException {
        ZipFile zip = archive(archive).zip();
        if (zip.size() > MAX_MEMBERS) {
            throw new DicomReadException(
                    new SkipReason.TooLarge("an archive of %d files".formatted(zip.size())));
        }
        var members = new LinkedHashMap<DicomFile, Long>();
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(
                        entry ->
                                members.put(
                                        new DicomFile(archive, entry.getName()),
                                        Math.max(0, entry.getSize())));
        return members;
    }

    /// For reading here and there, `keep` bytes of an archive member at most.
    public ByteSource open(DicomFile file, int keep) throws IOException {
        if (!file.isArchived()) {
            return ByteSources.ofFile(file.path());
        }
        Member member = member(file);
        AtomicLong left = archive(file.path()).inflationLeft();
        return ByteSources.ofStream(new Metered(member.stream, left), member.size, keep);
    }

    /// For reading one part, far into the file.
    public ByteSource openForward(DicomFile file) throws IOException {
        if (!file.isArchived()) {
            return ByteSources.ofFile(file.path());
        }
        Member member = member(file);
        return ByteSources.ofForwardStream(member.stream, member.size);
    }

    /// For reading here and there without a bound but its size; a member is inflated the first time and kept until this
    /// is closed.
    public ByteSource openAnywhere(DicomFile file) throws IOException {
        if (!file.isArchived()) {
            return ByteSources.ofFile(file.path());
        }
        synchronized (inflated) { // whoever waits here needs the same bytes
            InflatedMember known = inflated.get(file);
            if (known == null) {
                Member member = member(file);
                try (InputStream stream = member.stream) {
                    known = InflatedMember.of(stream, member.size);
                }
                inflated.put(file, known);
            }
            return known.source();
        }
    }

    private record Member(InputStream stream, long size) {}

    private Member member(DicomFile file) throws IOException {
        ZipFile zip = archive(file.path()).zip();
        ZipEntry entry = zip.getEntry(file.member());
        if (entry == null || entry.getSize() < 0) {
            throw new DicomReadException(
                    new SkipReason.Unreadable("it is not in its archive any more"));
        }
        return new Member(zip.getInputStream(entry), entry.getSize());
    }

    private synchronized Archive archive(Path path) throws IOException {
        Archive known = open.get(path);
        if (known != null) {
            return known;
        }
        try {
            long inflation = INFLATION * Files.size(path) + FREE_INFLATION;
            // closed with this
            var archive = new Archive(new ZipFile(path.toFile()), new AtomicLong(inflation));
            open.put(path, archive);
            return archive;
        } catch (ZipException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("encrypted");
            throw new DicomReadException(
                    encrypted
                            ? new SkipReason.Packed("an encrypted archive")
                            : new SkipReason.BrokenStructure("it is not a whole zip archive"),
                    e);
        }
    }

    /// Takes what it inflates from the allowance of its archive.
    private static final class Metered extends FilterInputStream {
        private final AtomicLong left;

        Metered(InputStream stream, AtomicLong left) {
            super(stream);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count > 0 && left.addAndGet(-count) < 0) {
                throw new DicomReadException(
                        new SkipReason.TooLarge(
                                "the headers of its archive inflate to more than %d times its size"
                                        .formatted(INFLATION)));
            }
            return count;
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (inflated) {
            for (InflatedMember member : inflated.values()) {
                member.close();
            }
            inflated.clear();
        }
        closeArchives();
    }

    private synchronized void closeArchives() throws IOException {
        for (Archive archive : open.values()) {
            archive.zip().close();
        }
        open.clear();
    }
}
