// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.List;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// One thing that somebody states: an in-toto statement of version 1 with a predicate of ours.
///
/// Its bytes are its one spelling; their digest is its id, by which other statements name it. An unsigned one is a draft.
public record Statement(Heading heading, Content content) {
    /// What the bytes are, for those who sign them.
    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private static final String TYPE = "https://in-toto.io/Statement/v1";
    private static final int MOST_SUBJECTS = Decision.MOST_VERSIONS + 1;

    public Kind kind() {
        return content.kind();
    }

    /// Its one spelling.
    ///
    /// @throws IllegalArgumentException where the statement says more than fits
    public Bytes bytes() {
        Bytes bytes = CanonicalJson.write(json());
        if (bytes.length() > JsonLimits.STATEMENT.bytes()) {
            throw new IllegalArgumentException("a statement of %d bytes".formatted(bytes.length()));
        }
        return bytes;
    }

    /// The digest of its bytes.
    public Digest id() {
        return bytes().digest();
    }

    private JsonValue.Fields json() {
        var predicate = new FieldWriter();
        predicate.text("meaning", kind().meaning().word());
        heading.write(predicate);
        content.write(predicate);
        return new FieldWriter()
                .text("_type", TYPE)
                .text("predicateType", kind().predicateType())
                .put("predicate", predicate.end())
                .items("subject", subjects())
                .end();
    }

    private List<JsonValue.Fields> subjects() {
        return content.subjects().stream()
                .map(
                        digest ->
                                new FieldWriter()
                                        .text("name", kind().subject())
                                        .put(
                                                "digest",
                                                new FieldWriter().digest("sha256", digest).end())
                                        .end())
                .toList();
    }

    /// Reads a statement of a kind that is known here. Bytes that came from outside have been checked against their
    /// signatures before.
    public static Statement read(Bytes bytes) throws RefusedException {
        return switch (StatementOrOpaque.read(bytes)) {
            case StatementOrOpaque.Known(Statement statement) -> statement;
            case StatementOrOpaque.Opaque _ ->
                    throw new RefusedException(StatementFault.PREDICATE_TYPE);
        };
    }

    static Statement read(FieldReader in, Kind kind) throws RefusedException {
        if (!in.word("meaning").equals(kind.meaning().word())) {
            throw new RefusedException(StatementFault.MEANING);
        }
        Heading heading = Heading.read(in);
        Content content =
                switch (kind) {
                    case VERSION -> Version.read(in);
                    case SUBMIT -> Decision.readSubmit(in);
                    case REVIEW -> Decision.readReview(in);
                    case ADJUDICATE -> Decision.readAdjudicate(in);
                    case RELEASE -> Decision.readRelease(in);
                    case WITHDRAW -> Decision.readWithdraw(in);
                    case UNBLIND -> Decision.readUnblind(in);
                    case KEY_CERTIFICATE -> KeyContent.readCertificate(in);
                    case KEY_ROTATION -> KeyContent.readRotation(in);
                    case KEY_REVOCATION -> KeyContent.readRevocation(in);
                    case GUIDELINE_RELEASE -> RuleContent.readGuideline(in);
                    case POLICY -> RuleContent.readPolicy(in);
                };
        return new Statement(heading, content);
    }

    static int mostSubjects() {
        return MOST_SUBJECTS;
    }

    static String type() {
        return TYPE;
    }
}
