// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.JsonLimits;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.JsonFault;
import org.overread.sync.refusal.Refused;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

final class StatementTest {
    private static final Digest AUTHOR = Samples.digest("author");
    private static final Set<String> OPTIONAL =
            Set.of(
                    "project",
                    "case",
                    "task",
                    "code",
                    "confidence",
                    "digest",
                    "version",
                    "name",
                    "supersedes",
                    "suspectFrom");

    @ParameterizedTest
    @EnumSource
    void everyKindComesBackAndHasOneSpelling(Kind kind) throws RefusedException {
        var statement = new Statement(Samples.heading(AUTHOR), Samples.content(kind));
        Bytes bytes = statement.bytes();
        Statement back = Statement.read(bytes);
        assertEquals(statement, back);
        assertEquals(bytes, back.bytes());
        assertEquals(bytes.digest(), back.id());
        assertEquals(kind, back.kind());
    }

    @Test
    void aSubmissionIsSpelledAsTheFormatSays() {
        String version = Samples.digest("v").hex();
        assertEquals(
                ("{'_type':'https://in-toto.io/Statement/v1','predicate':{'author':'%s',"
                                + "'case':'00112233445566778899aabbccddeeff','meaning':'submit',"
                                + "'project':'liver','salt':'%s','sequence':1,'software':{'build':'%s',"
                                + "'name':'Overread','version':'0.1.0'},'tenant':'north-trial',"
                                + "'time':{'counter':7,'local':'2026-11-21T15:20:31+01:00','zone':"
                                + "'Europe/Berlin'},'version':'%s'},"
                                + "'predicateType':'https://overread.org/statement/submit/v1',"
                                + "'subject':[{'digest':{'sha256':'%s'},'name':'statement'}]}")
                        .replace('\'', '"')
                        .formatted(
                                AUTHOR.hex(),
                                Samples.digest("salt1").hex(),
                                Samples.digest("build").hex(),
                                version,
                                version),
                new Statement(Samples.heading(AUTHOR), Samples.content(Kind.SUBMIT))
                        .bytes()
                        .toUtf8());
    }

    /// Takes away each field of each object once, and adds one that nobody knows.
    @ParameterizedTest
    @EnumSource
    void everyFieldIsNeededAndNoOtherIsTaken(Kind kind) throws RefusedException {
        Bytes whole = new Statement(Samples.heading(AUTHOR), Samples.content(kind)).bytes();
        JsonValue json = CanonicalJson.read(whole, JsonLimits.STATEMENT);
        int tried = 0;
        for (JsonTree.Place place : JsonTree.objects(json)) {
            for (String name : place.names()) {
                Bytes without = CanonicalJson.write(place.without(name));
                if (OPTIONAL.contains(name) && readable(without)) {
                    continue;
                }
                Refused.with(
                        StatementFault.FIELD_MISSING,
                        place + " without " + name,
                        () -> Statement.read(without));
                tried++;
            }
            Refused.with(
                    StatementFault.FIELD_UNKNOWN,
                    place + " with more",
                    () ->
                            Statement.read(
                                    CanonicalJson.write(
                                            place.with("zzz", new JsonValue.Whole(1)))));
        }
        assertTrue(tried >= 18, "fields tried: " + tried);
    }

    @ParameterizedTest
    @EnumSource
    void aFieldOfAnotherKindIsRefused(Kind kind) throws RefusedException {
        Bytes whole = new Statement(Samples.heading(AUTHOR), Samples.content(kind)).bytes();
        JsonValue json = CanonicalJson.read(whole, JsonLimits.STATEMENT);
        for (JsonTree.Place place : JsonTree.objects(json)) {
            for (String name : place.names()) {
                Refused.with(
                        StatementFault.FIELD_KIND,
                        place + " " + name,
                        () ->
                                Statement.read(
                                        CanonicalJson.write(
                                                place.with(name, new JsonValue.Truth(true)))));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Statement/v1|Statement/v0|TYPE",
                "\"meaning\":\"author\"|\"meaning\":\"review\"|MEANING",
                "\"sequence\":1|\"sequence\":2|SEQUENCE",
                "\"sequence\":1|\"sequence\":0|FIELD_RANGE",
                "2026-11-21T15:20:31|2026-02-30T15:20:31|FIELD_TIME",
                "2026-11-21T15:20:31+01:00|2026-11-21T15:20:31+25:00|FIELD_TIME",
                "2026-11-21T15:20:31+01:00|2026-11-21T15:20:31Z|FIELD_TEXT",
                "north-trial|north trial|FIELD_TEXT",
                "0011223344|0011223A44|FIELD_TEXT",
                "\"type\":\"u8\"|\"type\":\"u9\"|FIELD_WORD",
                "\"kind\":\"labels\"|\"kind\":\"pixels\"|FIELD_WORD",
                "\"depth\":65|\"depth\":64|FIELD_RANGE",
                "\"depth\":65|\"depth\":5000|FIELD_RANGE",
                "\"u:0\"|\"u:256\"|LAYERS",
                "\"u:0\"|\"u:00\"|LAYERS",
                "s256:|s512:|LAYERS",
                "\"value\":2|\"value\":1|SEGMENTS",
                "\"value\":2|\"value\":256|SEGMENTS",
                "#a0522d|#A0522D|FIELD_TEXT",
                "\"confidence\":204|\"confidence\":256|FIELD_RANGE",
                "Liver|Li\\u0007ver|FIELD_TEXT",
                "Liver|Li\u202Ever|FIELD_TEXT",
                "\"name\":\"content\"|\"name\":\"statement\"|SUBJECT",
                "statement/version/v1|statement/version/v2|PREDICATE_TYPE",
                "statement/version/v1|other/version/v1|PREDICATE_TYPE"
            })
    void whatDoesNotFitIsNamed(String found, String instead, StatementFault reason) {
        Bytes whole = new Statement(Samples.heading(AUTHOR), Samples.content(Kind.VERSION)).bytes();
        String text = whole.toUtf8().replace(found, instead);
        assertNotEquals(whole.toUtf8(), text);
        Refused.with(reason, instead, () -> Statement.read(Bytes.utf8(text)));
    }

    @Test
    void parentsHaveOneOrderAndNoneComesTwice() {
        Bytes whole = new Statement(Samples.heading(AUTHOR), Samples.content(Kind.VERSION)).bytes();
        List<String> sorted =
                List.of(Samples.digest("p1"), Samples.digest("p2")).stream()
                        .sorted()
                        .map(Digest::hex)
                        .toList();
        String both = "\"%s\",\"%s\"".formatted(sorted.get(0), sorted.get(1));
        String swapped = "\"%s\",\"%s\"".formatted(sorted.get(1), sorted.get(0));
        String twice = "\"%s\",\"%s\"".formatted(sorted.get(0), sorted.get(0));
        assertTrue(whole.toUtf8().contains(both));
        for (String wrong : List.of(swapped, twice)) {
            Refused.with(
                    StatementFault.PARENTS,
                    () -> Statement.read(Bytes.utf8(whole.toUtf8().replace(both, wrong))));
        }
    }

    @Test
    void theSubjectOfAVersionIsItsLabels() throws RefusedException {
        Bytes whole = new Statement(Samples.heading(AUTHOR), Samples.content(Kind.VERSION)).bytes();
        Digest subject = Samples.content(Kind.VERSION).subjects().getFirst();
        String text = whole.toUtf8().replace(subject.hex(), Samples.digest("x").hex());
        Refused.with(StatementFault.SUBJECT, () -> Statement.read(Bytes.utf8(text)));
        assertEquals(
                subject, Samples.version(List.of()).subjects().getFirst(), "parents are no labels");
    }

    @Test
    void spacesAndDoubledKeysAreRefusedBeforeAnythingIsUnderstood() {
        String text =
                new Statement(Samples.heading(AUTHOR), Samples.content(Kind.SUBMIT))
                        .bytes()
                        .toUtf8();
        Refused.with(JsonFault.WHITESPACE, () -> Statement.read(Bytes.utf8(text + "\n")));
        Refused.with(
                JsonFault.DUPLICATE_KEY,
                () ->
                        Statement.read(
                                Bytes.utf8(
                                        text.replace(
                                                "\"sequence\":1",
                                                "\"sequence\":1,\"sequence\":2"))));
    }

    @Test
    void aLaterMajorVersionIsKeptAndNotUnderstood() throws RefusedException {
        String text =
                new Statement(Samples.heading(AUTHOR), Samples.content(Kind.SUBMIT))
                        .bytes()
                        .toUtf8()
                        .replace("submit/v1", "submit/v2")
                        .replace("\"sequence\":1", "\"order\":1");
        // keys stay in order: author, case, meaning, order, project
        String sorted =
                text.replace("\"order\":1,", "").replace("\"project\"", "\"order\":1,\"project\"");
        assertEquals(
                "https://overread.org/statement/submit/v2",
                assertInstanceOf(
                                StatementOrOpaque.Opaque.class,
                                StatementOrOpaque.read(Bytes.utf8(sorted)))
                        .predicateType());
    }

    @Test
    void fieldsOfALaterMinorVersionAreKeptAndSigned() throws RefusedException {
        Heading plain = Samples.heading(AUTHOR);
        var more =
                new Heading.More(
                        List.of("eye-tracking"),
                        JsonValue.Fields.of(new TreeMap<>(Map.of("gaze", JsonValue.text("x")))));
        var heading =
                new Heading(
                        plain.tenant(),
                        plain.project(),
                        plain.casePseudonym(),
                        AUTHOR,
                        1,
                        plain.previous(),
                        plain.seen(),
                        plain.time(),
                        plain.software(),
                        plain.reason(),
                        plain.salt(),
                        java.util.Optional.of(more));
        var statement = new Statement(heading, Samples.content(Kind.SUBMIT));
        assertEquals(statement, Statement.read(statement.bytes()));
    }

    @Test
    void aStatementBeyondItsLimitIsNotMade() {
        var layer = Samples.layer();
        var many = java.util.Collections.nCopies(400, Samples.segment(1, "x".repeat(100)));
        var large = new Layer(layer.kind(), layer.shape(), layer.slabs(), many);
        var content = Samples.version(List.of(), java.util.Collections.nCopies(3, large));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Statement(Samples.heading(AUTHOR), content).bytes());
    }

    private static boolean readable(Bytes bytes) {
        try {
            Statement.read(bytes);
            return true;
        } catch (RefusedException e) {
            // without the layer's segments' fields the subject differs, which is as it should be
            return e.reason() == StatementFault.SUBJECT;
        }
    }
}
