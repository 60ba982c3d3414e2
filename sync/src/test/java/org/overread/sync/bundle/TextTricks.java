// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.envelope.PublicKey;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Samples;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.refusal.EnvelopeFault;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// Tricks with what is written: JSON, envelopes and their signatures, statements.
final class TextTricks {
    private static final Ed25519Secret ADA = World.secret(4);
    private static final Ed25519Secret BEN = World.secret(5);
    private static final String POINT = ADA.key().point().toHex();

    private TextTricks() {}

    static List<Trick> all() throws RefusedException {
        var all = new ArrayList<Trick>();
        json(all);
        envelopes(all);
        signatures(all);
        keys(all);
        statements(all);
        return all;
    }

    private static void json(List<Trick> all) {
        json(all, JsonFault.WHITESPACE, "{ }");
        json(all, JsonFault.DUPLICATE_KEY, "{\"a\":1,\"a\":2}");
        json(all, JsonFault.KEY_ORDER, "{\"b\":1,\"a\":2}");
        json(all, JsonFault.KEY_NOT_ASCII, "{\"\u00e9\":1}");
        json(all, JsonFault.NULL, "{\"a\":null}");
        json(all, JsonFault.FRACTION, "{\"a\":1.0}");
        json(all, JsonFault.LEADING_ZERO, "{\"a\":01}");
        json(all, JsonFault.NUMBER_TOO_LARGE, "{\"a\":9007199254740992}");
        json(all, JsonFault.ESCAPE, "{\"a\":\"\\u0041\"}");
        json(all, JsonFault.CONTROL_CHARACTER, "{\"a\":\"\t\"}");
        json(all, JsonFault.TOO_DEEP, "[".repeat(17) + "]".repeat(17));
        json(all, JsonFault.STRING_TOO_LONG, "{\"a\":\"" + "x".repeat(4097) + "\"}");
        json(all, JsonFault.TOO_LONG, "{\"a\":\"" + "x".repeat(256 << 10) + "\"}");
        json(all, JsonFault.TRUNCATED, "{\"a\":1");
        json(all, JsonFault.TRAILING, "{}{}");
        json(all, JsonFault.UNEXPECTED, "{\"a\":+1}");
        json(all, JsonFault.NOT_AN_OBJECT, "[1]");
        all.add(new Trick(JsonFault.NOT_UTF8, () -> read(Bytes.hex("7b2261223a22c3287d"))));
        all.add(new Trick(JsonFault.SURROGATE, () -> read(Bytes.utf8("{\"a\":\"\\ud800\"}"))));
    }

    private static void json(List<Trick> all, JsonFault reason, String text) {
        all.add(new Trick(reason, () -> read(Bytes.utf8(text))));
    }

    private static void read(Bytes bytes) throws RefusedException {
        CanonicalJson.readFields(bytes, JsonLimits.STATEMENT);
    }

    private static void envelopes(List<Trick> all) throws RefusedException {
        Bytes payload = Bytes.utf8("hello");
        String text = Envelope.sign("t", payload, List.of(ADA)).bytes().toUtf8();
        envelope(all, EnvelopeFault.FIELD, text.replace("\"payload\":", "\"paylaod\":"));
        envelope(all, EnvelopeFault.BASE64, text.replace("\"sig\":\"", "\"sig\":\"!"));
        envelope(all, EnvelopeFault.SIGNATURE_FIELD, text.replace("[{", "[{\"alg\":1,"));
        envelope(all, EnvelopeFault.KEY_ID, text.replace("\"keyid\":\"", "\"keyid\":\"0"));
        envelope(all, EnvelopeFault.NO_SIGNATURE, new Envelope("t", payload, List.of()));
        Envelope.Sealing one = Envelope.sign("t", payload, List.of(ADA)).signatures().getFirst();
        envelope(
                all,
                EnvelopeFault.TOO_MANY_SIGNATURES,
                new Envelope("t", payload, Collections.nCopies(9, one)));
        envelope(all, EnvelopeFault.SIGNER_TWICE, new Envelope("t", payload, List.of(one, one)));
        List<Envelope.Sealing> two = Envelope.sign("t", payload, List.of(ADA, BEN)).signatures();
        envelope(all, EnvelopeFault.SIGNER_ORDER, new Envelope("t", payload, two.reversed()));
        all.add(
                new Trick(
                        EnvelopeFault.TOO_LARGE,
                        () -> Envelope.read(Bytes.of(new byte[(512 << 10) + 1]))));
        Envelope signed = Envelope.sign("t", payload, List.of(ADA));
        all.add(new Trick(EnvelopeFault.PAYLOAD_TYPE, () -> signed.verify("u", TextTricks::both)));
        all.add(
                new Trick(
                        EnvelopeFault.KEY_UNKNOWN,
                        () -> signed.verify("t", _ -> Optional.empty())));
        Bytes byAda = statement(Kind.REVIEW);
        all.add(
                new Trick(
                        EnvelopeFault.AUTHOR_NOT_SIGNER,
                        () ->
                                Envelope.sign("t", byAda, List.of(BEN))
                                        .verify("t", TextTricks::both)
                                        .statement()));
    }

    private static Optional<PublicKey> both(Digest id) {
        return id.equals(ADA.key().id()) ? Optional.of(ADA.key()) : Optional.of(BEN.key());
    }

    private static void envelope(List<Trick> all, EnvelopeFault reason, Envelope envelope) {
        envelope(all, reason, envelope.bytes().toUtf8());
    }

    private static void envelope(List<Trick> all, EnvelopeFault reason, String text) {
        all.add(new Trick(reason, () -> Envelope.read(Bytes.utf8(text))));
    }

    /// The order of the group is added to S, R is replaced by points that let a signature mean more than one thing.
    private static void signatures(List<Trick> all) throws RefusedException {
        String zero = "00".repeat(32);
        String order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        signature(all, EnvelopeFault.SIGNATURE_S_RANGE, zero.replaceAll("00$", "01") + order);
        signature(all, EnvelopeFault.SIGNATURE_LENGTH, "00".repeat(65));
        signature(all, EnvelopeFault.SIGNATURE_R_SMALL_ORDER, "01" + "00".repeat(31) + zero);
        PublicKey ofAnother =
                PublicKey.of(
                        Bytes.hex(
                                "302a300506032b6570032100"
                                        + "fd1724385aa0c75b64fb78cd602fa1d9"
                                        + "91fdebf76b13c58ed702eac835e9f618"));
        all.add(
                new Trick(
                        EnvelopeFault.SIGNATURE_R_OUTSIDE_GROUP,
                        () ->
                                ofAnother.verify(
                                        Bytes.utf8("statement").toArray(),
                                        Bytes.hex(
                                                "749d563b06555b2769bec567edce634b"
                                                        + "a43a97045a02d89e3406b5af65a2c0a2"
                                                        + "998607aed0a5e635bca6ab281e6a68c8"
                                                        + "df6089a732b8d6c275f8bdfcc2b4ba06"))));
        signature(
                all,
                EnvelopeFault.SIGNATURE_R_CANONICAL,
                "f0" + "ff".repeat(30) + "7f" + "01" + "00".repeat(31));
        signature(all, EnvelopeFault.SIGNATURE_WRONG, POINT + "01" + "00".repeat(31));
    }

    private static void signature(List<Trick> all, EnvelopeFault reason, String hex) {
        all.add(new Trick(reason, () -> ADA.key().verify(new byte[1], Bytes.hex(hex))));
    }

    private static void keys(List<Trick> all) {
        String ed25519 = "302a300506032b6570032100";
        key(all, EnvelopeFault.KEY_ALGORITHM, "302a300506032b6571032100" + POINT);
        key(all, EnvelopeFault.KEY_ENCODING, ed25519 + POINT + "00");
        key(all, EnvelopeFault.KEY_SMALL_ORDER, ed25519 + "01" + "00".repeat(31));
        key(
                all,
                EnvelopeFault.KEY_OUTSIDE_GROUP,
                ed25519 + "f0e7dbc7a55f38a49b0487329fd05e266e02140894ec3a7128fd1537ca1609e7");
        key(all, EnvelopeFault.KEY_NOT_ON_CURVE, ed25519 + "02" + "00".repeat(31));
        key(all, EnvelopeFault.KEY_NOT_CANONICAL, ed25519 + "f0" + "ff".repeat(30) + "7f");
    }

    private static void key(List<Trick> all, EnvelopeFault reason, String hex) {
        all.add(new Trick(reason, () -> PublicKey.of(Bytes.hex(hex))));
    }

    private static Bytes statement(Kind kind) {
        return new Statement(Samples.heading(ADA.key().id()), Samples.content(kind)).bytes();
    }

    private static void statements(List<Trick> all) {
        String p1 = Samples.digest("p1").hex();
        String p2 = Samples.digest("p2").hex();
        boolean sorted = p1.compareTo(p2) < 0;
        String parents = "\"%s\",\"%s\"".formatted(sorted ? p1 : p2, sorted ? p2 : p1);
        String turned = "\"%s\",\"%s\"".formatted(sorted ? p2 : p1, sorted ? p1 : p2);
        statement(all, StatementFault.TYPE, "Statement/v1", "Statement/v0");
        statement(all, StatementFault.FIELD_MISSING, "\"activeSeconds\":1234,", "");
        statement(all, StatementFault.FIELD_UNKNOWN, "\"activeSeconds\":", "\"aa\":1,$0");
        statement(
                all, StatementFault.FIELD_KIND, "\"activeSeconds\":1234", "\"activeSeconds\":true");
        statement(all, StatementFault.FIELD_RANGE, "\"depth\":65", "\"depth\":5000");
        statement(all, StatementFault.FIELD_TEXT, "Liver", "Li\u202ever");
        statement(all, StatementFault.FIELD_DIGEST, "\"author\":\"[0-9a-f]", "\"author\":\"G");
        statement(all, StatementFault.FIELD_TIME, "2026-11-21T", "2026-02-30T");
        statement(all, StatementFault.FIELD_WORD, "\"type\":\"u8\"", "\"type\":\"u9\"");
        statement(all, StatementFault.SUBJECT, "\"name\":\"content\"", "\"name\":\"statement\"");
        statement(all, StatementFault.PREDICATE_TYPE, "version/v1", "version/v2");
        statement(all, StatementFault.PARENTS, parents, turned);
        statement(all, StatementFault.LAYERS, "\"u:0\"", "\"u:00\"");
        statement(all, StatementFault.SEGMENTS, "\"value\":2", "\"value\":1");
        statement(all, StatementFault.SEQUENCE, "\"sequence\":1", "\"sequence\":2");
        statement(
                all,
                StatementFault.MEANING,
                "\"meaning\":\"author\"",
                "\"meaning\":\"adjudicate\"");
    }

    private static void statement(
            List<Trick> all, StatementFault reason, String found, String instead) {
        String text = statement(Kind.VERSION).toUtf8().replaceFirst(found, instead);
        all.add(new Trick(reason, () -> Statement.read(Bytes.utf8(text))));
    }
}
