// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.app.store.WorkspacePlace;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.viewer.formats.ImageFiles;
import org.overread.viewer.formats.outcome.ReadOutcome;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Labels from files into a workspace, through its versions, and out again.
final class StoreCommandsTest {
    private static final int I = 70;
    private static final int J = 40;
    private static final int K = 5;
    private static final String NAMES =
            """
            Segment0_LabelValue:=1
            Segment0_Name:=Liver
            Segment1_LabelValue:=2
            Segment1_Name:=Spleen""";

    @TempDir private Path folder;
    private Path volume;

    @BeforeEach
    void images() throws IOException {
        var values = new byte[I * J * K];
        for (int n = 0; n < values.length; n++) {
            values[n] = (byte) (n * 7);
        }
        volume = nrrd("ct.nrrd", values, 1, "");
    }

    /// A file whose voxels are `spacing` mm wide.
    private Path nrrd(String name, byte[] values, double spacing, String fields)
            throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(
                """
                NRRD0004
                type: uchar
                dimension: 3
                space: left-posterior-superior
                sizes: %d %d %d
                space directions: (%s,0,0) (0,1,0) (0,0,1)
                space origin: (0,0,0)
                encoding: raw
                %s
                """
                        .formatted(I, J, K, spacing, fields)
                        .replace("\n\n", "\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
        out.write(values);
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    /// 1 in the columns from 10 on and 2 from 30 on, up to `end`.
    private static byte[] labels(int end) {
        var values = new byte[I * J * K];
        for (int n = 0; n < values.length; n++) {
            int i = n % I;
            values[n] = (byte) (i < 10 || i >= end ? 0 : i < 30 ? 1 : 2);
        }
        return values;
    }

    private Ran run(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(
                List.of("--workspace", folder.resolve("w.overread").toString(), "--reader", "r01"));
        return Ran.command(all.toArray(String[]::new));
    }

    private JsonNode json(String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add("--json");
        Ran ran = run(all.toArray(String[]::new));
        assertEquals(0, ran.status(), ran.err() + ran.out());
        return JsonMapper.shared().readTree(ran.out());
    }

    private String imported(int end, String... more) throws IOException {
        Path file = nrrd("labels-" + end + ".seg.nrrd", labels(end), 1, NAMES);
        var args =
                new ArrayList<>(
                        List.of("label", "import", file.toString(), "--on", volume.toString()));
        args.addAll(List.of(more));
        return json(args.toArray(String[]::new)).get("version").get("id").asString();
    }

    private static byte[] voxels(Path file) {
        var read =
                (ReadOutcome.Read) ImageFiles.read(file, Progress.Listener.NONE, new CancelToken());
        var values = new byte[I * J * K];
        var cursor = read.volumes().getFirst().voxels().numbers().image().localizingCursor();
        while (cursor.hasNext()) {
            double value = cursor.next().getRealDouble();
            values[
                            cursor.getIntPosition(0)
                                    + I
                                            * (cursor.getIntPosition(1)
                                                    + J * cursor.getIntPosition(2))] =
                    (byte) value;
        }
        return values;
    }

    @Test
    void labelsLeaveAsTheyCame() throws IOException {
        String id = imported(50);
        for (String name : List.of("out.nii.gz", "out.seg.nrrd", "out.mha")) {
            Path out = folder.resolve(name);
            Ran ran =
                    run("label", "export", id, "--on", volume.toString(), "--out", out.toString());
            assertEquals(0, ran.status(), ran.err());
            assertArrayEquals(labels(50), voxels(out), name);
        }
        Path each = folder.resolve("each");
        assertEquals(
                0,
                run("label", "export", id, "--on", volume.toString(), "--out", each.toString())
                        .status());
        byte[] spleen = labels(50);
        for (int n = 0; n < spleen.length; n++) {
            spleen[n] = (byte) (spleen[n] == 2 ? 1 : 0);
        }
        assertArrayEquals(spleen, voxels(each.resolve("spleen-2.nii.gz")));
        JsonNode back = json("label", "import", each.toString(), "--on", volume.toString());
        assertEquals(2, back.get("segments").asInt());
        assertEquals(
                0,
                json("label", "diff", id, back.get("version").get("id").asString())
                        .get("segments")
                        .size());
    }

    @Test
    void versionsAreListedShownComparedAndRestored() throws IOException {
        String first = imported(50, "--reason", "first look");
        String second = imported(53);
        JsonNode list = json("label", "list");
        assertEquals(2, list.size());
        assertEquals("first look", list.get(0).get("reason").asString());
        assertEquals(first, list.get(1).get("parents").get(0).asString());

        JsonNode segments = json("label", "show", second).get("segments");
        assertEquals("Spleen", segments.get(1).get("name").asString());
        assertEquals(23L * J * K, segments.get(1).get("voxels").asLong());
        assertTrue(segments.get(1).get("confidence") == null, "confidence was made up");

        JsonNode changed = json("label", "diff", first, second).get("segments");
        assertEquals(1, changed.size());
        assertEquals("Spleen", changed.get(0).get("name").asString());
        assertEquals(3L * J * K, changed.get(0).get("added").asLong());
        assertEquals(0, changed.get(0).get("removed").asLong());

        String restored = json("label", "restore", first).get("id").asString();
        assertEquals(0, json("label", "diff", first, restored).get("segments").size());
        assertEquals(3, json("label", "list").size());
    }

    @Test
    void findingsAreAFileOfTheirOwnAndNeedNoImages() throws IOException {
        String id = imported(50);
        assertEquals(0, json("label", "list").get(0).get("findings").asInt());
        assertEquals(0, json("label", "show", id).get("findings").size());
        Path out = folder.resolve("findings.json");
        assertEquals(0, run("label", "export", id, "--out", out.toString()).status());
        JsonNode file = JsonMapper.shared().readTree(Files.readString(out));
        assertEquals("overread-findings/1", file.get("format").asString());
        assertEquals(id, file.get("version").asString());
        assertEquals(0, file.get("findings").size());
        Ran again = run("label", "export", id, "--out", out.toString());
        assertEquals(1, again.status());
        assertTrue(again.err().contains("--force"), again.err());
        Ran map = run("label", "export", id, "--out", folder.resolve("map.nii").toString());
        assertEquals(1, map.status());
        assertTrue(map.err().contains("--on"), map.err());
    }

    @Test
    void aVersionIsNamedAndTheTrailKeepsWhatItWasCalledBefore() throws IOException {
        String id = imported(50);
        assertEquals("first", json("label", "name", id, "first").get("name").asString());
        assertEquals("final", json("label", "name", id, "final").get("name").asString());
        assertEquals("final", json("label", "list").get(0).get("name").asString());
        JsonNode last = json("audit", "export");
        JsonNode entry = last.get(last.size() - 1);
        assertEquals("first", entry.get("old").asString());
        assertEquals("final", entry.get("new").asString());
        assertEquals(1, run("label", "name", id, " ").status());
    }

    @Test
    void labelsAreTakenUnderTheGuidelineAndTheOntologyOfTheProject() throws IOException {
        Path picture = Files.write(folder.resolve("wrong.png"), new byte[] {1, 2, 3});
        Path guideline =
                Files.writeString(
                        folder.resolve("liver.md"),
                        "# Livers\n\nVeins are liver.\n\n![wrong: too wide](wrong.png)\n");
        Path ontology =
                Files.writeString(
                        folder.resolve("organs.json"),
                        """
                        {"key": "organs", "name": "Organs", "terms": [
                          {"id": "spleen", "name": "Spleen", "color": "#123456", "attributes": [], "modalities": ["CT"],
                           "codes": [{"scheme": "SCT", "value": "78961009", "meaning": "Spleen"}]}]}
                        """);
        Path file = nrrd("labels.seg.nrrd", labels(50), 1, NAMES);
        String[] under = {
            "label", "import", file.toString(), "--on", volume.toString(), "--project", "study"
        };
        var first = new ArrayList<>(List.of(under));
        first.addAll(
                List.of("--guideline", guideline.toString(), "--ontology", ontology.toString()));
        String id = json(first.toArray(String[]::new)).get("version").get("id").asString();
        String next = json(under).get("version").get("id").asString();
        for (String version : List.of(id, next)) {
            JsonNode spleen = json("label", "show", version).get("segments").get(1);
            assertEquals("spleen", spleen.get("structure").asString());
        }
        try (var workspace = opened()) {
            var newest = workspace.documents().newestGuideline("study").orElseThrow();
            assertEquals("Livers", newest.document().title());
            assertEquals(List.of("Veins are liver."), newest.document().paragraphs());
            assertEquals(
                    Bytes.handedOver(Files.readAllBytes(picture)).digest(),
                    newest.document().examples().getFirst().picture());
            for (var version :
                    workspace.versions().of(workspace.readings().list().getFirst().key())) {
                assertEquals(Optional.of(newest.digest()), version.guideline());
            }
        }
    }

    private Workspace opened() {
        if (Workspace.open(folder.resolve("w.overread"), WorkspacePlace.session("test", "1"))
                instanceof WorkspaceOpening.Open(Workspace workspace)) {
            return workspace;
        }
        throw new AssertionError("the workspace does not open");
    }

    @Test
    void labelsOnAnotherGridAreRefusedUnlessResamplingIsAskedFor() throws IOException {
        Path other = nrrd("other.nrrd", labels(50), 0.5, "");
        Ran refused = run("label", "import", other.toString(), "--on", volume.toString());
        assertEquals(1, refused.status());
        assertTrue(refused.err().contains("another grid"), refused.err());
        JsonNode taken =
                json("label", "import", other.toString(), "--on", volume.toString(), "--resample");
        assertTrue(taken.get("resampled").asBoolean());
        assertTrue(taken.get("version").get("reason").asString().contains("resampled"));
        // columns of half the width: 10…29 of them are 5…14 of the volume's
        JsonNode segments =
                json("label", "show", taken.get("version").get("id").asString()).get("segments");
        assertEquals(10L * J * K, segments.get(0).get("voxels").asLong());
    }

    @Test
    void theWorkspaceIsCheckedBackedUpMeasuredAndSwept() throws IOException {
        imported(50);
        imported(53);
        imported(51);
        assertTrue(json("store", "check").get("sound").asBoolean());
        JsonNode backup = json("store", "backup", folder.resolve("copies").toString());
        assertTrue(Files.size(Path.of(backup.get("file").asString())) > 0);
        assertEquals(3, json("store", "size").get("versions").asInt());
        json("store", "gc");
        assertTrue(json("store", "check").get("sound").asBoolean());
        assertTrue(json("audit", "verify").get("whole").asBoolean());
        String csv = run("audit", "export").out();
        assertEquals(3, csv.lines().filter(line -> line.contains("version committed")).count());
        assertTrue(JsonMapper.shared().readTree(run("audit", "export", "--json").out()).isArray());
    }

    @Test
    void aDamagedWorkspaceIsRecoveredWhenAsked() throws IOException {
        imported(50);
        Path file = folder.resolve("w.overread");
        byte[] bytes = Files.readAllBytes(file);
        // the last page: of what was written last
        Arrays.fill(bytes, bytes.length - 16384, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        assertEquals(1, run("store", "check").status());
        Ran recovered = run("store", "check", "--recover");
        assertTrue(
                recovered.out().contains("The damaged file is "),
                recovered.out() + recovered.err());
        assertTrue(
                Files.exists(file) && run("store", "check").status() <= 1, "nothing was recovered");
    }

    @Test
    void whatARecoveryLeavesBehindIsSaid() throws IOException, SQLException {
        imported(50);
        Path file = folder.resolve("w.overread");
        int root;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT rootpage FROM sqlite_schema WHERE name='reading'")) {
            root = rows.getInt(1);
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (root - 1) * 16384, root * 16384, (byte) 0x5A);
        Files.write(file, bytes);
        Ran recovered = run("store", "check", "--recover");
        assertEquals(1, recovered.status(), "a loss was called sound");
        assertTrue(
                recovered.out().contains("Left behind of readings"),
                recovered.out() + recovered.err());
    }
}
