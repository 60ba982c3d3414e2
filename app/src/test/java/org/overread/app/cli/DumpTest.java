// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tags of a file for people and for machines.
final class DumpTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));

    @TempDir private Path folder;

    @Test
    void dicomTagsAreThoseThatPydicomRead() throws IOException {
        Path file = firstOf("data/dicom/ct_abdomen_crlm1004");
        JsonNode truth =
                JsonMapper.shared()
                        .readTree(Files.readString(SHARED.resolve("reference/series.json")))
                        .at("/ct_abdomen_crlm1004/pydicom");

        JsonNode tags = dumped(file);

        JsonNode modality = tag(tags, "(0008,0060)");
        assertEquals("CS", modality.get("vr").asString());
        assertEquals("Modality", modality.get("name").asString());
        assertEquals(truth.get("modality"), modality.get("value"));
        assertEquals(false, modality.get("private").asBoolean());
        assertEquals(
                truth.at("/dims_xyz/0").asString(),
                tag(tags, "(0028,0011)").get("value").asString());
    }

    @Test
    void whatIsInASequenceIsDeeper() throws IOException {
        JsonNode tags = dumped(firstOf("data/dicom/mr_enhanced_philips_b0"));
        int deepest = 0;
        for (JsonNode tag : tags) {
            deepest = Math.max(deepest, tag.get("depth").asInt());
        }
        assertTrue(deepest >= 4, "depth " + deepest); // groups, item, macro, item
    }

    @Test
    void privateTagsAreMarked() throws IOException {
        Path file = firstOf("data/dicom/mr_epi_siemens_mosaic");
        Ran ran = Ran.command("dump", file.toString());
        assertEquals(0, ran.status(), ran.err());
        List<String> lines =
                ran.out().lines().filter(line -> line.strip().startsWith("(0029,1010)")).toList();
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().contains("private"), lines.getFirst());
    }

    @Test
    void longValuesAreCutForPeople() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("long.mha"),
                        """
                        ObjectType = Image
                        NDims = 3
                        Comment = %s
                        DimSize = 1 1 1
                        ElementType = MET_UCHAR
                        ElementDataFile = LOCAL
                        x"""
                                .formatted("c".repeat(200)));
        String line =
                Ran.command("dump", file.toString())
                        .out()
                        .lines()
                        .filter(l -> l.startsWith("Comment"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(line.endsWith("c… (200 characters)") && line.length() < 120, line);
        assertEquals("c".repeat(200), named(dumped(file), "Comment"));
    }

    @Test
    void headersOfOtherFormatsAreFields() throws IOException {
        JsonNode nifti = dumped(TinyImages.nifti(folder.resolve("a.nii"), 3, 2));
        assertEquals("4 2 2 3 2 0 0 0", named(nifti, "dim"));
        assertEquals("tiny", named(nifti, "descrip"));
        assertEquals("n+1", named(nifti, "magic"));
        JsonNode nrrd = dumped(TinyImages.detachedNrrd(folder.resolve("b.nhdr"), "b.raw"));
        assertEquals("2 1 1", named(nrrd, "sizes"));
        assertEquals("nobody", named(nrrd, "owner"));
    }

    @Test
    void aLetterIsNoImage() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague");
        Ran ran = Ran.command("dump", file.toString());
        assertEquals(1, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith(file + ": This is not"), ran.err());
    }

    @Test
    void aFolderHasNoTags() {
        Ran ran = Ran.command("dump", folder.toString());
        assertEquals(
                List.of(1, folder + " is a folder; name one of its files."),
                List.of(ran.status(), ran.err().strip()));
    }

    private static JsonNode dumped(Path file) {
        Ran ran = Ran.command("dump", "--json", file.toString());
        assertEquals(0, ran.status(), ran.err());
        return JsonMapper.shared().readTree(ran.out()).get("tags");
    }

    private static JsonNode tag(JsonNode tags, String number) {
        for (JsonNode tag : tags) {
            if (tag.get("tag").asString().equals(number)) {
                return tag;
            }
        }
        throw new AssertionError("no " + number);
    }

    private static String named(JsonNode tags, String name) {
        for (JsonNode tag : tags) {
            if (tag.get("name").asString().equals(name)) {
                return tag.get("value").asString();
            }
        }
        throw new AssertionError("no " + name);
    }

    private static Path firstOf(String folder) throws IOException {
        Path data = SHARED.resolve(folder);
        assumeTrue(Files.isDirectory(data), "missing: " + folder);
        try (Stream<Path> files = Files.list(data)) {
            return files.sorted().findFirst().orElseThrow();
        }
    }
}
