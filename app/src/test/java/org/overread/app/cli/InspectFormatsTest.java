// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the command says of every reference file against what nibabel, pynrrd, ITK and pydicom say of it.
final class InspectFormatsTest {
    private static final Path SHARED = Path.of(System.getProperty("overread.shared", ""));
    private static final Set<String> TWO_BYTES = Set.of("short", "unsigned short");

    @TestFactory
    Stream<DynamicTest> imageFilesAreAsOtherReadersHaveThem() throws IOException {
        return reference("nifti_nrrd.json")
                .map(file -> dynamicTest(file.getKey(), () -> checkFile(file)));
    }

    @TestFactory
    Stream<DynamicTest> seriesAreAsPydicomHasThem() throws IOException {
        return reference("series.json")
                .map(series -> dynamicTest(series.getKey(), () -> checkSeries(series.getValue())));
    }

    private static void checkFile(Map.Entry<String, JsonNode> file) throws IOException {
        Path path = SHARED.resolve(file.getKey());
        assumeTrue(Files.exists(path), "missing: " + file.getKey());
        JsonNode truth = file.getValue();
        JsonNode volumes = inspected(path);
        boolean nifti = truth.has("reader");
        JsonNode shape = nifti ? truth.get("shape_ijk") : truth.get("shape_slowest_first");

        checkValues(truth.get("value"), volumes);
        if (shape.size() == 3) {
            assertEquals(1, volumes.size());
            checkGrid(nifti ? truth : truth.get("itk"), nifti, volumes.get(0));
            checkHash(truth, nifti, volumes.get(0));
        } else if (nifti) {
            assertEquals(shape.get(3).asInt(), volumes.size());
            checkGrid(truth, true, volumes.get(0));
        }
        long voxels = 0;
        for (JsonNode volume : volumes) {
            voxels += product(volume.get("size"));
        }
        assertEquals(product(shape), voxels);
    }

    private static void checkGrid(JsonNode truth, boolean nifti, JsonNode volume) {
        if (!nifti) {
            assertEquals(truth.get("dims_xyz"), volume.get("size"));
            assertNear(truth.get("spacing_mm"), volume.get("spacing"), 1e-5);
            assertNear(truth.get("origin_lps"), volume.get("origin"), 1e-4);
            JsonNode rows = truth.get("direction_row_major_columns_are_axes");
            for (int n = 0; n < 9; n++) {
                double ours = volume.get("direction").get(n % 3).get(n / 3).asDouble();
                assertEquals(rows.get(n).asDouble(), ours, 1e-6);
            }
            return;
        }
        for (int n = 0; n < 3; n++) {
            assertEquals(truth.get("shape_ijk").get(n), volume.get("size").get(n));
            assertNear(
                    truth.get("direction_columns_lps").get(n),
                    volume.get("direction").get(n),
                    1e-6);
        }
        assertNear(truth.get("spacing"), volume.get("spacing"), 1e-5);
        assertNear(truth.get("origin_lps"), volume.get("origin"), 1e-4);
    }

    private static void checkHash(JsonNode truth, boolean nifti, JsonNode volume) {
        String ours = volume.get("sha256").asString();
        if (nifti) {
            JsonNode whole = truth.get("sha256_value_int16_kji");
            JsonNode hash = whole.isNull() ? truth.get("sha256_value_float32_kji") : whole;
            assertEquals(hash.asString(), ours);
        } else if (TWO_BYTES.contains(truth.at("/header/type").asString())
                && truth.at("/value/max").asDouble() <= Short.MAX_VALUE) {
            assertEquals(truth.get("sha256_stored").asString(), ours);
        }
    }

    private static void checkValues(JsonNode truth, JsonNode volumes) {
        double scale = Math.max(1, Math.abs(truth.get("max").asDouble()));
        assertEquals(
                truth.get("min").asDouble(), values("min", volumes).min().orElse(0), 1e-6 * scale);
        assertEquals(
                truth.get("max").asDouble(), values("max", volumes).max().orElse(0), 1e-6 * scale);
        assertEquals(
                truth.get("mean").asDouble(),
                values("mean", volumes).average().orElse(0),
                1e-6 * scale);
    }

    private static DoubleStream values(String which, JsonNode volumes) {
        return stream(volumes).mapToDouble(volume -> volume.at("/values/" + which).asDouble());
    }

    private static void checkSeries(JsonNode series) throws IOException {
        Path data = SHARED.resolve(series.get("directory").asString());
        assumeTrue(Files.isDirectory(data), "missing: " + series.get("directory").asString());
        JsonNode truth = series.get("pydicom");
        JsonNode volumes = inspected(data);
        if (truth.isArray() || !truth.has("dims_xyz")) {
            return; // several volumes: what follows is said of one
        }
        assertEquals(1, volumes.size());
        JsonNode volume = volumes.get(0);
        assertEquals(truth.get("dims_xyz"), volume.get("size"));
        assertEquals(series.get("files").asInt(), volume.get("files").asInt());
        assertNear(truth.at("/direction_columns/row"), volume.at("/direction/0"), 1e-6);
        assertNear(truth.at("/direction_columns/col"), volume.at("/direction/1"), 1e-6);
        assertNear(truth.get("origin_lps"), volume.get("origin"), 1e-6);
        assertEquals(
                truth.get("slice_step_norm_mean_mm").asDouble(),
                volume.at("/spacing/2").asDouble(),
                1e-6);
        checkValues(truth.get("value"), volumes);
        JsonNode whole = truth.get("sha256_value_int16_zyx");
        JsonNode hash =
                whole == null || whole.isNull() ? truth.get("sha256_value_float32_zyx") : whole;
        assertEquals(hash.asString(), volume.get("sha256").asString());
    }

    private static JsonNode inspected(Path path) {
        Ran ran = Ran.command("inspect", "--json", path.toString());
        assumeFalse(ran.err().contains("which is not read"), ran.err()); // a compression to come
        assertEquals(0, ran.status(), ran.err());
        JsonNode found = JsonMapper.shared().readTree(ran.out());
        return found.get("volumes");
    }

    private static Stream<Map.Entry<String, JsonNode>> reference(String name) throws IOException {
        Path file = SHARED.resolve("reference").resolve(name);
        assumeTrue(Files.exists(file), "missing: reference/" + name);
        return JsonMapper.shared().readTree(Files.readString(file)).properties().stream();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static long product(JsonNode sides) {
        return stream(sides).mapToLong(JsonNode::asLong).reduce(1, (a, b) -> a * b);
    }

    private static void assertNear(JsonNode expected, JsonNode actual, double tolerance) {
        for (int n = 0; n < 3; n++) {
            assertEquals(expected.get(n).asDouble(), actual.get(n).asDouble(), tolerance);
        }
    }
}
