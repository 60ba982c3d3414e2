// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.BundleContents;
import org.overread.sync.bundle.BundleVerifier;
import org.overread.sync.bundle.Expectations;
import org.overread.sync.bundle.MendedBundle;
import org.overread.sync.bundle.Verdict;
import org.overread.sync.bundle.World;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.object.BlockCodec;
import org.overread.sync.bundle.object.BlockShape;
import org.overread.sync.bundle.object.LayerShape;
import org.overread.sync.bundle.object.SlabTable;
import org.overread.sync.bundle.object.StoredObject;
import org.overread.sync.bundle.object.ValueType;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.StatementOrOpaque;
import org.overread.sync.log.Checkpoint;
import org.overread.sync.log.SignedNote;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.trust.EnrolmentRequest;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;

/// Every parser of what comes from outside. A value or a sealed refusal is right; whatever else is thrown is a finding.
enum FuzzTarget {
    JSON {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            CanonicalJson.read(bytes, JsonLimits.STATEMENT);
        }

        @Override
        List<Bytes> seeds() {
            return List.of(
                    Bytes.utf8("{\"a\":[1,true,\"x\\n\"],\"b\":{}}"), statement(Kind.POLICY));
        }
    },
    STATEMENT {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            if (StatementOrOpaque.read(bytes) instanceof StatementOrOpaque.Known(Statement known)
                    && !known.bytes().equals(bytes)) {
                throw new IllegalStateException("two spellings of one statement");
            }
        }

        @Override
        List<Bytes> seeds() {
            return Arrays.stream(Kind.values()).map(FuzzTarget::statement).toList();
        }
    },
    ENVELOPE {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            Envelope envelope = Envelope.read(bytes);
            envelope.verify(Statement.PAYLOAD_TYPE, _ -> Optional.of(World.secret(4).key()));
            if (!envelope.payload().equals(statement(Kind.SUBMIT))) {
                throw new IllegalStateException("a forged signature");
            }
        }

        @Override
        List<Bytes> seeds() throws RefusedException {
            return List.of(
                    Envelope.sign(
                                    Statement.PAYLOAD_TYPE,
                                    statement(Kind.SUBMIT),
                                    List.of(World.secret(4)))
                            .bytes());
        }
    },
    KEY {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            PublicKey.of(bytes);
        }

        @Override
        List<Bytes> seeds() {
            return List.of(World.secret(1).key().encoded());
        }
    },
    BLOCK {
        private final BlockCodec codec = new BlockCodec();

        @Override
        void parse(Bytes bytes) throws RefusedException {
            StoredObject object = StoredObject.of(bytes);
            if (bytes.at(7) < 1 || bytes.at(8) < 1 || bytes.at(9) < 1) {
                return;
            }
            var shape =
                    new BlockShape(
                            Math.min(64, bytes.at(7)),
                            Math.min(64, bytes.at(8)),
                            Math.min(64, bytes.at(9)),
                            bytes.at(6) == 1 ? ValueType.U8 : ValueType.U16);
            codec.decodeUnnamed(object, shape);
        }

        @Override
        List<Bytes> seeds() {
            return List.of(
                    Bytes.hex("4f564f3101010108020100000000000400060708"),
                    Bytes.hex("4f564f310100010401010000000000040a0b0c0d"));
        }
    },
    TABLE {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            SlabTable.of(StoredObject.of(bytes), new LayerShape(100, 64, 10, ValueType.U8), 0);
        }

        @Override
        List<Bytes> seeds() {
            return List.of(
                    Bytes.hex("4f564f3102000100000000000000000e0063003f00090000000009000009"));
        }
    },
    NOTE {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            SignedNote note = SignedNote.read(bytes);
            Checkpoint.read(note.text());
            note.verify(World.ORIGIN, World.secret(3).key());
        }

        @Override
        List<Bytes> seeds() throws RefusedException {
            return List.of(World.usual().log().note().bytes());
        }
    },
    ROOT {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            TrustRoot.pinned(Envelope.read(bytes));
        }

        @Override
        List<Bytes> seeds() throws RefusedException {
            var world = new World();
            return List.of(world.root().sign(List.of(world.rootKey)).bytes());
        }
    },
    SEALED_KEY {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            SealedKey.read(bytes);
        }

        @Override
        List<Bytes> seeds() {
            return List.of(Bytes.utf8("{\"factor\":false,\"format\":\"overread-key\"}"));
        }
    },
    REQUEST {
        @Override
        void parse(Bytes bytes) throws RefusedException {
            EnrolmentRequest.read(bytes);
        }

        @Override
        List<Bytes> seeds() {
            return List.of(Bytes.utf8("{\"codeProof\":\"AAAA\",\"key\":\"AAAA\"}"));
        }
    },
    BUNDLE {
        @Override
        void parse(Bytes bytes) throws IOException, RefusedException {
            verify(bytes);
        }

        @Override
        List<Bytes> seeds() throws IOException, RefusedException {
            return List.of(World.small().bundle());
        }
    },
    /// Frames whose digests are mended, so that mutations reach what lies behind them.
    MENDED_BUNDLE {
        @Override
        void parse(Bytes bytes) throws IOException, RefusedException {
            verify(MendedBundle.of(bytes));
        }

        @Override
        List<Bytes> seeds() throws IOException, RefusedException {
            return List.of(MendedBundle.seed(World.small().bundle()));
        }
    };

    private static final World WORLD = new World();

    abstract void parse(Bytes bytes) throws IOException, RefusedException;

    abstract List<Bytes> seeds() throws IOException, RefusedException;

    private static Bytes statement(Kind kind) {
        return new Statement(Samples.heading(World.secret(4).key().id()), Samples.content(kind))
                .bytes();
    }

    /// An accepted bundle is right only if it says what the good one says.
    private static void verify(Bytes bytes) throws IOException, RefusedException {
        Verdict verdict =
                BundleVerifier.verify(
                        new ByteArrayInputStream(bytes.toArray()),
                        WORLD.root(),
                        Expectations.none(World.NOW),
                        BundleContents.NONE);
        if (verdict instanceof Verdict.Accepted accepted
                && !World.small().says(accepted.statements())) {
            throw new IllegalStateException("a changed bundle was accepted");
        }
    }
}
