// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real series against what pydicom says of them; and what people are told who point at the wrong thing.
final class InspectTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ct_abdomen_crlm1004", "mr_breast_sag_ucsf06"})
    void figuresAreThoseOfPydicom(String name) throws IOException {
        Path reference = SHARED.resolve("reference/series.json");
        assumeTrue(Files.exists(reference), "missing: reference/series.json");
        JsonNode series = JsonMapper.shared().readTree(Files.readString(reference)).get(name);
        Path data = SHARED.resolve(series.get("directory").asString());
        assumeTrue(Files.isDirectory(data), "missing: data/dicom/" + name);

        Ran ran = Ran.command("inspect", "--json", data.toString());

        assertEquals(0, ran.status(), ran.err());
        JsonNode volume = JsonMapper.shared().readTree(ran.out()).at("/volumes/0");
        JsonNode truth = series.get("pydicom");
        assertEquals(truth.get("dims_xyz"), volume.get("size"));
        assertEquals(series.get("files").asInt(), volume.get("files").asInt());
        assertEquals(
                truth.get("sha256_value_int16_zyx").asString(), volume.get("sha256").asString());
        assertEquals(truth.at("/value/min").asDouble(), volume.at("/values/min").asDouble());
        assertEquals(truth.at("/value/max").asDouble(), volume.at("/values/max").asDouble());
        assertEquals(
                truth.at("/value/mean").asDouble(), volume.at("/values/mean").asDouble(), 1e-9);
        assertEquals(
                truth.get("slice_step_norm_mean_mm").asDouble(),
                volume.at("/spacing/2").asDouble(),
                1e-6);
        assertNear(truth.at("/direction_columns/row"), volume.at("/direction/0"));
        assertNear(truth.at("/direction_columns/col"), volume.at("/direction/1"));
        assertNear(truth.get("origin_lps"), volume.get("origin"));
    }

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
    void aTextFileNamedLikeAnImageIsNoDicomFile() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.dcm"), "Dear colleague");
        Ran ran = Ran.command("inspect", file.toString());
        assertEquals(1, ran.status());
        assertTrue(ran.err().startsWith(file + ": This is not a DICOM file."), ran.err());
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

    private static void assertRefused(String sentence, Path path) {
        Ran ran = Ran.command("inspect", path.toString());
        assertEquals(List.of(1, "", sentence), List.of(ran.status(), ran.out(), ran.err().strip()));
    }

    private static void assertNear(JsonNode expected, JsonNode actual) {
        for (int n = 0; n < 3; n++) {
            assertEquals(expected.get(n).asDouble(), actual.get(n).asDouble(), 1e-6);
        }
    }
}
