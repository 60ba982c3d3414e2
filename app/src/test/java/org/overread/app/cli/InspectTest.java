// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people are told who point at the wrong thing, and where each file ends.
final class InspectTest {
    @TempDir private Path folder;

    @Test
    void anEmptyFolderIsSaidToBeEmpty() {
        assertRefused("There is no file in " + folder + ".", folder);
    }

    @Test
    void whatIsNotThereIsNamed() {
        Path none = folder.resolve("none");
        assertRefused("There is no file or folder " + none + ".", none);
    }

    @Test
    void aTextFileNamedLikeAnImageIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague");
        Ran ran = Ran.command("inspect", file.toString());
        assertEquals(1, ran.status());
        assertTrue(ran.err().startsWith(file + ": This is not an image:"), ran.err());
    }

    @Test
    void manyUnrelatedFilesMakeOneSentence() throws IOException {
        for (int n = 0; n < 1200; n++) {
            Files.writeString(folder.resolve(n + ".txt"), "x");
        }
        Ran ran = Ran.command("inspect", folder.toString());
        assertEquals(1, ran.status());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith("No image was found in " + folder), ran.err());
        assertTrue(ran.err().contains("1,200 files"), ran.err());
    }

    @Test
    void machinesGetTheReasonsAlsoWhereNothingWasFound() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague");
        Ran ran = Ran.command("inspect", "--json", folder.toString());
        assertEquals(1, ran.status());
        JsonNode found = JsonMapper.shared().readTree(ran.out());
        assertEquals(0, found.get("volumes").size());
        assertEquals(file.toString(), found.at("/skipped/0/path").asString());
    }

    @Test
    void everyFileEndsInOneVolumeOrIsSkipped() throws IOException {
        TinyImages.nifti(folder.resolve("a.nii"), 3, 1);
        TinyImages.nifti(Files.createDirectory(folder.resolve("copy")).resolve("a.nii"), 3, 1);
        TinyImages.detachedNrrd(folder.resolve("b.nhdr"), "b.raw");
        Files.writeString(folder.resolve("letter.txt"), "Dear colleague");
        byte[] cut = Arrays.copyOf(Files.readAllBytes(folder.resolve("a.nii")), 360);
        Files.write(folder.resolve("cut.nii"), cut);

        JsonNode found =
                JsonMapper.shared()
                        .readTree(Ran.command("inspect", "--json", folder.toString()).out());

        assertEquals(
                List.of("a NIfTI 1", "b NRRD 2", "a NIfTI 1"),
                texts(
                        found.get("volumes"),
                        v ->
                                "%s %s %d"
                                        .formatted(
                                                v.get("description").asString(),
                                                v.get("format").asString(),
                                                v.get("files").asInt())));
        assertEquals(
                3, Set.copyOf(texts(found.get("volumes"), v -> v.get("id").asString())).size());
        assertEquals(
                List.of("cut.nii", "letter.txt"),
                texts(
                        found.get("skipped"),
                        v -> folder.relativize(Path.of(v.get("path").asString())).toString()));
        assertTrue(found.at("/skipped/0/reason").asString().startsWith("cut.nii is cut short"));
    }

    private static List<String> texts(JsonNode array, Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).toList();
    }

    private static void assertRefused(String sentence, Path path) {
        Ran ran = Ran.command("inspect", path.toString());
        assertEquals(List.of(1, "", sentence), List.of(ran.status(), ran.out(), ran.err().strip()));
    }

    @Test
    void whereDicomValuesComeFromIsRemarked() {
        Path series =
                Path.of(System.getProperty("overread.shared", ""))
                        .resolve("data/dicom/mr_enhanced_philips_b0");
        assumeTrue(Files.isDirectory(series), "missing: data/dicom/mr_enhanced_philips_b0");

        JsonNode found =
                JsonMapper.shared()
                        .readTree(Ran.command("inspect", "--json", series.toString()).out());

        // the file's code meaning, as dcmdump shows it, and the private scale that is only told
        List<String> remarks = texts(found.at("/volumes/1/remarks"), JsonNode::asString);
        assertEquals(
                "Values follow the file's real world value map, in no units.", remarks.getFirst());
        assertEquals(
                "The scanner's own scale is (stored - 0) / 0.00000844864; it is not applied.",
                remarks.getLast());
    }
}
