// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line's tools on a volume of 2 × 2 × 3 voxels with values 0…11.
final class SegmentTest {
    @TempDir private Path folder;
    private String volume = "";

    @BeforeEach
    void writeVolume() throws IOException {
        volume = TinyImages.nifti(folder.resolve("tiny.nii"), 3, 1).toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(Ran ran) {
        assertEquals(0, ran.status(), ran.err());
        return JsonMapper.shared().readTree(ran.out());
    }

    private Ran grow(String out, String... more) {
        var all = new ArrayList<String>();
        all.addAll(List.of("segment", volume, "--tool", "connected-threshold", "--out", file(out)));
        all.addAll(List.of(more));
        return Ran.command(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.nii.gz", "m.nrrd", "m.seg.nrrd"})
    void theMaskIsWrittenOnTheGridOfTheVolume(String name) {
        JsonNode said =
                json(
                        grow(
                                name, "--seed", "1,1,1", "--param", "lower=4", "--param", "upper=8",
                                "--json"));
        assertEquals(5, said.get("voxels").asInt());
        assertEquals(0.005, said.get("millilitres").asDouble(), 1e-12);
        assertEquals("[0,0,1]", said.at("/box/low").toString());
        assertEquals("[1,1,2]", said.at("/box/high").toString());
        assertEquals("4", said.at("/parameters/lower").asString());
        assertEquals("6", said.at("/parameters/connectivity").asString());
        assertEquals(8, said.at("/numbers/upper").asDouble());
        assertTrue(said.get("milliseconds").asDouble() > 0);

        JsonNode again =
                json(
                        Ran.command(
                                "segment",
                                volume,
                                "--tool",
                                "threshold",
                                "--param",
                                "lower=0",
                                "--within",
                                file(name),
                                "--out",
                                file("again.nrrd"),
                                "--json"));
        assertEquals(5, again.get("voxels").asInt());
        assertEquals("[1,1,2]", again.at("/box/high").toString());
    }

    @Test
    void aSeedInThePatientIsTheVoxelThatItLiesIn() {
        // the file says RAS, we say LPS
        JsonNode said =
                json(
                        grow(
                                "m.nrrd",
                                "--seed-mm=-1.2,-0.9,1.4",
                                "--param",
                                "lower=7",
                                "--param",
                                "upper=7",
                                "--json"));
        assertEquals("[1,1,1]", said.at("/box/low").toString());
    }

    @Test
    void aBarrierIsNotEntered() {
        json(
                grow(
                        "wall.nrrd",
                        "--seed",
                        "0,0,1",
                        "--param",
                        "lower=4",
                        "--param",
                        "upper=7",
                        "--json"));
        JsonNode said =
                json(
                        grow(
                                "m.nrrd",
                                "--seed",
                                "0,0,0",
                                "--param",
                                "lower=0",
                                "--barrier",
                                file("wall.nrrd"),
                                "--json"));
        assertEquals(4, said.get("voxels").asInt());
    }

    @Test
    void aToolThatKnowsHowSureItIsWritesItBesideItsLabels() {
        JsonNode said = json(walk("--confidence-out", file("sure.nii.gz"), "--json"));
        assertEquals(file("sure.nii.gz"), said.get("confidence").asString());
        // seeds are sure, and of two labels the one that was given has half at least
        assertEquals(12, above("0.4999"));
        assertTrue(above("0.999") >= 2, "seeds");
        assertEquals(0, above("1.001"));
    }

    private Ran walk(String... more) {
        var all = new ArrayList<String>();
        all.addAll(List.of("segment", volume, "--tool", "random-walker"));
        all.addAll(List.of("--seed", "0,0,0=1", "--seed", "1,1,2=2", "--out", file("w.nrrd")));
        all.addAll(List.of(more));
        return Ran.command(all.toArray(String[]::new));
    }

    private int above(String lower) {
        return json(Ran.command(
                        "segment",
                        file("sure.nii.gz"),
                        "--tool",
                        "threshold",
                        "--param",
                        "lower=" + lower,
                        "--out",
                        file("above.nrrd"),
                        "--force",
                        "--json"))
                .get("voxels")
                .asInt();
    }

    @Test
    void confidenceThatIsNotKnownOrHasNoFileOfItsOwnIsRefusedAndNothingIsWritten() {
        Ran grown =
                grow(
                        "m.nrrd",
                        "--seed",
                        "1,1,1",
                        "--param",
                        "lower=4",
                        "--confidence-out",
                        file("sure.nrrd"));
        assertEquals(1, grown.status());
        assertTrue(
                grown.err().contains("connected-threshold does not say how sure it is"),
                grown.err());
        assertFalse(Files.exists(Path.of(file("m.nrrd"))));
        for (String name : List.of("w.nrrd", "sure.seg.nrrd", "sure.txt")) {
            assertEquals(1, walk("--confidence-out", file(name)).status(), name);
        }
        assertFalse(Files.exists(Path.of(file("w.nrrd"))));
    }

    @Test
    void labelsOfSeedsBecomeRegions() {
        JsonNode said =
                json(
                        Ran.command(
                                "segment",
                                volume,
                                "--tool",
                                "grow-from-seeds",
                                "--seed",
                                "0,0,0",
                                "--seed",
                                "1,1,2=7",
                                "--out",
                                file("two.nii.gz"),
                                "--json"));
        assertEquals(7, said.at("/regions/1/label").asInt());
        assertEquals(
                12, said.at("/regions/0/voxels").asInt() + said.at("/regions/1/voxels").asInt());
    }

    @Test
    void seedsOfALabelMapGrowAsTheLabelsThatTheyHave() {
        json(
                grow(
                        "one.nrrd",
                        "--seed",
                        "0,0,0",
                        "--param",
                        "lower=0",
                        "--param",
                        "upper=0",
                        "--json"));
        Ran one =
                Ran.command(
                        "segment",
                        volume,
                        "--tool",
                        "grow-from-seeds",
                        "--seeds",
                        file("one.nrrd"),
                        "--out",
                        file("two.seg.nrrd"));
        assertEquals(1, one.status());
        assertTrue(one.err().contains("two or more labels, and was given 1"), one.err());
        JsonNode said =
                json(
                        Ran.command(
                                "segment",
                                volume,
                                "--tool",
                                "grow-from-seeds",
                                "--seeds",
                                file("one.nrrd"),
                                "--seed",
                                "1,1,2=7",
                                "--out",
                                file("two.seg.nrrd"),
                                "--json"));
        assertEquals(7, said.at("/regions/1/label").asInt());
    }

    @Test
    void structuresAreNamedInTheFile() throws IOException {
        JsonNode said =
                json(
                        grow(
                                "m.seg.nrrd",
                                "--seed",
                                "0,0,0",
                                "--param",
                                "lower=0",
                                "--structure",
                                "left kidney",
                                "--json"));
        assertEquals("Left kidney", said.at("/regions/0/structure").asString());
        String header = Files.readString(folder.resolve("m.seg.nrrd"), StandardCharsets.ISO_8859_1);
        assertTrue(header.contains("Segment0_Name:=Left kidney\n"), header);
        assertTrue(header.contains("Segment0_Color:=0.337255 0.705882 0.913725\n"), header);
        assertTrue(header.contains("~SCT^18639004^Left kidney~"), header);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m.nrrd|Liver|m.nrrd keeps no names; --structure needs an --out that ends in .seg.nrrd.",
                "m.seg.nrrd|0=Liver|--structure takes NAME or LABEL=NAME, the label 1 to 255, not '0=Liver'.",
                "m.seg.nrrd|2=|--structure '2=' names no structure."
            })
    void aStructureThatCannotBeKeptIsRefused(String out, String structure, String sentence) {
        Ran ran = grow(out, "--seed", "0,0,0", "--structure", structure);
        assertEquals(1, ran.status());
        assertEquals(sentence, ran.err().strip());
        assertFalse(Files.exists(folder.resolve(out)));
    }

    @Test
    void refusalsAreSentencesAndNothingIsWritten() {
        Ran outside = grow("m.nrrd", "--seed", "2,0,0", "--param", "lower=1");
        assertEquals(1, outside.status());
        assertEquals(
                "Seed 2, 0, 0 lies outside the volume; allowed is 0…1, 0…1, 0…2.",
                outside.err().strip());
        assertFalse(Files.exists(folder.resolve("m.nrrd")));
        assertTrue(grow("m.nrrd", "--seed", "1,x,0").err().startsWith("A seed is three voxel"));
        assertTrue(grow("m.nrrd", "--seed-mm", "9,9,9").err().contains("outside the volume"));
        Ran unwritable = grow("m.txt", "--seed", "0,0,0");
        assertEquals(1, unwritable.status());
        assertTrue(unwritable.err().contains("has no ending that names a format; .nii,"));
        Ran unknown = Ran.command("segment", volume, "--tool", "magic", "--out", file("m.nrrd"));
        assertEquals(2, unknown.status());
        assertTrue(unknown.err().contains("connected-threshold"));
    }

    @Test
    void aMaskOnAnotherGridIsRefused() throws IOException {
        Path other = TinyImages.nifti(folder.resolve("other.nii"), 4, 1);
        Ran ran =
                grow(
                        "m.nrrd",
                        "--seed",
                        "0,0,0",
                        "--param",
                        "lower=0",
                        "--within",
                        other.toString());
        assertEquals(1, ran.status());
        assertEquals(
                "other.nii is 2 × 2 × 4 voxels of 1.000 × 1.000 × 1.000 mm from (0.00, 0.00, 0.00);"
                        + " the volume is 2 × 2 × 3 voxels of 1.000 × 1.000 × 1.000 mm from (0.00, 0.00, 0.00):"
                        + " they are not on one grid.",
                ran.err().strip());
    }

    @Test
    void whatExistsIsKeptUnlessForced() throws IOException {
        Files.writeString(folder.resolve("m.nrrd"), "mine");
        assertEquals(1, grow("m.nrrd", "--seed", "0,0,0", "--param", "lower=0").status());
        assertEquals("mine", Files.readString(folder.resolve("m.nrrd")));
        assertEquals(
                0, grow("m.nrrd", "--seed", "0,0,0", "--param", "lower=0", "--force").status());
    }

    @Test
    void theListDescribesEveryToolAndParameter() {
        Ran list = Ran.command("segment", "--list");
        assertEquals(0, list.status());
        assertTrue(list.out().contains("neckMm"));
        JsonNode tools =
                JsonMapper.shared().readTree(Ran.command("segment", "--list", "--json").out());
        JsonNode tool =
                IntStream.range(0, tools.size())
                        .mapToObj(tools::get)
                        .filter(t -> t.get("name").asString().equals("confidence-connected"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(tool.get("parameters").size() >= 7);
        JsonNode first = tool.at("/parameters/0");
        assertEquals("multiplier", first.get("name").asString());
        assertEquals("2.5", first.get("defaultValue").asString());
        assertEquals(0.01, first.get("min").asDouble());
    }
}
