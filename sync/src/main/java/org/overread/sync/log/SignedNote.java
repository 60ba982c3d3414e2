// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Key;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.envelope.Signer;
import org.overread.sync.bundle.json.Base64Text;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.RefusedException;

/// A text and signature lines, as C2SP's signed-note has them. Lines by keys that nobody here knows say nothing and are
/// passed over; a wrong line by a known key spoils the note.
public record SignedNote(String text, List<Line> lines) {
    private static final int LONGEST = 16 << 10;
    private static final int MOST_LINES = 64;
    private static final byte PLAIN = 1;
    private static final byte COSIGNATURE = 4;
    private static final Pattern LINE =
            Pattern.compile("— ([^\\s+]{1,128}) ([A-Za-z0-9+/=]{8,700})");
    private static final Pattern NAME = Pattern.compile("[^\\s+]{1,128}");

    /// A name, the first four bytes of what the key is called by, and the signature.
    public record Line(String name, int hash, Bytes signature) {
        String text() {
            Bytes all =
                    Bytes.concat(
                            Bytes.handedOver(ByteBuffer.allocate(4).putInt(hash).array()),
                            signature);
            return "— " + name + " " + Base64Text.of(all) + "\n";
        }
    }

    public SignedNote {
        lines = List.copyOf(lines);
    }

    /// A text that ends with a line end, signed under a name.
    public static SignedNote sign(String text, String name, Signer signer) throws RefusedException {
        requireName(name);
        return new SignedNote(
                text,
                List.of(
                        new Line(
                                name,
                                hash(name, PLAIN, signer.key()),
                                signer.sign(text.getBytes(StandardCharsets.UTF_8)))));
    }

    /// Adds what a witness says: that it saw this checkpoint at this time and no other of its size.
    public SignedNote cosign(String name, long seconds, Signer witness) throws RefusedException {
        requireName(name);
        Bytes signature =
                Bytes.concat(
                        Bytes.handedOver(ByteBuffer.allocate(8).putLong(seconds).array()),
                        witness.sign(cosigned(seconds)));
        var more = new ArrayList<>(lines);
        more.add(new Line(name, hash(name, COSIGNATURE, witness.key()), signature));
        return new SignedNote(text, more);
    }

    public Bytes bytes() {
        var out = new StringBuilder(text).append('\n');
        lines.forEach(line -> out.append(line.text()));
        return Bytes.utf8(out.toString());
    }

    public static SignedNote read(Bytes bytes) throws RefusedException {
        if (bytes.length() > LONGEST) {
            throw new RefusedException(LogFault.NOTE_FORMAT);
        }
        String all;
        try {
            all = StandardCharsets.UTF_8.newDecoder().decode(bytes.buffer()).toString();
        } catch (CharacterCodingException _) {
            throw new RefusedException(LogFault.NOTE_FORMAT);
        }
        int end = all.lastIndexOf("\n\n");
        if (end < 0 || !all.endsWith("\n") || all.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new RefusedException(LogFault.NOTE_FORMAT);
        }
        var lines = new ArrayList<Line>();
        for (String line : all.substring(end + 2).lines().toList()) {
            if (lines.size() == MOST_LINES) {
                throw new RefusedException(LogFault.NOTE_FORMAT);
            }
            lines.add(line(line));
        }
        if (lines.isEmpty()) {
            throw new RefusedException(LogFault.NOTE_FORMAT);
        }
        return new SignedNote(all.substring(0, end + 1), lines);
    }

    private static Line line(String text) throws RefusedException {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new RefusedException(LogFault.NOTE_FORMAT);
        }
        Bytes blob =
                Base64Text.parse(parts.group(2))
                        .filter(b -> b.length() > 4)
                        .orElseThrow(() -> new RefusedException(LogFault.NOTE_FORMAT));
        return new Line(parts.group(1), blob.buffer().getInt(), blob.slice(4, blob.length()));
    }

    /// Checks that the key signed under this name.
    public void verify(String name, PublicKey key) throws RefusedException {
        int hash = hash(name, PLAIN, key);
        Line line =
                lines.stream()
                        .filter(l -> l.name().equals(name) && l.hash() == hash)
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(LogFault.NOTE_UNSIGNED));
        check(text.getBytes(StandardCharsets.UTF_8), line.signature(), key);
    }

    /// When a witness saw it, in seconds since 1970; empty where this witness said nothing.
    public Optional<Long> seenBy(String name, PublicKey key) throws RefusedException {
        int hash = hash(name, COSIGNATURE, key);
        for (Line line : lines) {
            if (line.name().equals(name) && line.hash() == hash) {
                if (line.signature().length() < 9) {
                    throw new RefusedException(LogFault.NOTE_SIGNATURE);
                }
                long seconds = line.signature().buffer().getLong();
                check(cosigned(seconds), line.signature().slice(8, line.signature().length()), key);
                return Optional.of(seconds);
            }
        }
        return Optional.empty();
    }

    private static void check(byte[] message, Bytes signature, PublicKey key)
            throws RefusedException {
        try {
            key.verify(message, signature);
        } catch (RefusedException e) {
            throw new RefusedException(LogFault.NOTE_SIGNATURE, e.reason().code());
        }
    }

    private byte[] cosigned(long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /// As signed-note says: the first bytes of SHA-256 over name, line end, kind of signature and key.
    static int hash(String name, byte kind, PublicKey key) {
        Bytes material =
                key instanceof Ed25519Key ed25519
                        ? Bytes.concat(Bytes.of(kind), ed25519.point())
                        : Bytes.concat(Bytes.of((byte) 0xFF), Bytes.of(kind), key.encoded());
        Digest digest = Bytes.concat(Bytes.utf8(name + "\n"), material).digest();
        return (int) (digest.w0() >>> 32);
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for a note: " + name);
        }
    }
}
