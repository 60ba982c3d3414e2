// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.opening;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Short names for files, from their lengths and from the bytes at their two ends, where a packed file has its checksum.
/// Files that agree in these are numbered in the order in which they come.
final class Fingerprints {
    private static final int END = 1 << 16;
    private static final int NAME_BYTES = 8;
    private static final int FILES = 2; // of a volume in many files, the header and the first

    private final Map<String, Integer> seen = new HashMap<>();

    String next(List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files.subList(0, Math.min(FILES, files.size()))) {
            add(file, digest);
        }
        String name = HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
        int times = seen.merge(name, 1, Integer::sum);
        return times == 1 ? name : name + "-" + times;
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            digest.update(from(channel, 0));
            digest.update(from(channel, Math.max(0, size - END)));
        }
    }

    private static ByteBuffer from(SeekableByteChannel channel, long at) throws IOException {
        channel.position(at);
        var bytes = ByteBuffer.allocate(END);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        return bytes.flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
