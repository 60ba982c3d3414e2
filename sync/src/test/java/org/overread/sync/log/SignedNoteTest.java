// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Ed25519Key;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.json.Base64Text;
import org.overread.sync.refusal.LogFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;

final class SignedNoteTest {
    private static final Ed25519Secret LOG = VerifiableLogTest.secret(1);
    private static final Ed25519Secret WITNESS = VerifiableLogTest.secret(2);
    private static final String TEXT = new Checkpoint("o", 0, TreeHash.EMPTY).text();

    /// The example of Go's package golang.org/x/mod/sumdb/note, with its published key and signature.
    @Test
    void aNoteOfAnotherProgramIsBelieved() throws RefusedException {
        Bytes keyed =
                Base64Text.parse("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").orElseThrow();
        Ed25519Key key = Ed25519Key.ofPoint(keyed.slice(1, 33));
        String text =
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        String note =
                text
                        + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
        SignedNote read = SignedNote.read(Bytes.utf8(note));
        assertEquals(text, read.text());
        assertEquals(note, read.bytes().toUtf8());
        assertEquals(0xc74f20a3, SignedNote.hash("PeterNeumann", (byte) 1, key));
        read.verify("PeterNeumann", key);
    }

    @Test
    void checkpointsAreSignedAndCosigned() throws RefusedException {
        SignedNote note = SignedNote.sign(TEXT, "o", LOG).cosign("w", 1_700_000_000, WITNESS);
        SignedNote read = SignedNote.read(note.bytes());
        assertEquals(note, read);
        read.verify("o", LOG.key());
        assertEquals(Optional.of(1_700_000_000L), read.seenBy("w", WITNESS.key()));
        assertEquals(Optional.empty(), read.seenBy("v", WITNESS.key()));
        Refused.with(LogFault.NOTE_UNSIGNED, () -> read.verify("o", WITNESS.key()));
        Refused.with(LogFault.NOTE_UNSIGNED, () -> read.verify("p", LOG.key()));
    }

    @Test
    void aChangedNoteIsRefused() throws RefusedException {
        SignedNote note = SignedNote.sign(TEXT, "o", LOG).cosign("w", 5, WITNESS);
        var changed = new SignedNote(TEXT.replace("o\n", "q\n"), note.lines());
        Refused.with(LogFault.NOTE_SIGNATURE, () -> changed.verify("o", LOG.key()));
        Refused.with(LogFault.NOTE_SIGNATURE, () -> changed.seenBy("w", WITNESS.key()));
        SignedNote.Line seen = note.lines().get(1);
        Bytes later = Bytes.concat(Bytes.hex("0000000000000006"), seen.signature().slice(8, 72));
        var redated =
                new SignedNote(TEXT, List.of(new SignedNote.Line(seen.name(), seen.hash(), later)));
        Refused.with(LogFault.NOTE_SIGNATURE, () -> redated.seenBy("w", WITNESS.key()));
        var shortened =
                new SignedNote(
                        TEXT,
                        List.of(
                                new SignedNote.Line(
                                        seen.name(), seen.hash(), Bytes.of(new byte[8]))));
        Refused.with(LogFault.NOTE_SIGNATURE, () -> shortened.seenBy("w", WITNESS.key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n— a\n",
                "text\n\n- a AAAAAAAA\n",
                "text\n\n— a b AAAAAAAA\n",
                "text\n\n— a AAAA====\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAAA",
                "te\txt\n\n— a AAAAAAAA\n",
                "text\n\n— a+b AAAAAAAA\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        Refused.with(LogFault.NOTE_FORMAT, text, () -> SignedNote.read(Bytes.utf8(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n1\nAAAA\n",
                "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nmore\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "o\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        Refused.with(LogFault.CHECKPOINT_FORMAT, text, () -> Checkpoint.read(text));
    }
}
