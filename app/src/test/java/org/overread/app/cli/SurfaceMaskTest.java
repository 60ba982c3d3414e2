// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Surfaces as masks, on a grid of 16 by 16 by 5 voxels of 1 mm from the patient's origin.
final class SurfaceMaskTest {
    @TempDir private Path folder;
    private Path grid = Path.of("");

    @BeforeEach
    void drawGrid() throws IOException {
        grid = TinyImages.squares(folder.resolve("grid.nrrd"));
    }

    private Ran mask(Path in, String... more) {
        var all = new ArrayList<String>();
        all.addAll(List.of("mask", in.toString(), "--grid", grid.toString()));
        all.addAll(List.of("--out", folder.resolve("out.nrrd").toString(), "--force", "--json"));
        all.addAll(List.of(more));
        return Ran.command(all.toArray(String[]::new));
    }

    private static int voxels(Ran ran) {
        assertEquals(0, ran.status(), ran.err());
        return JsonMapper.shared().readTree(ran.out()).get("voxelsAfter").asInt();
    }

    /// A pyramid from 2.5, 2.5, 0.5 with sides of 12, 11 and 4.25 mm along the axes: voxel (i, j, k) lies within where
    /// (i - 2.5) / 12 + (j - 2.5) / 11 + (k - 0.5) / 4.25 < 1.
    private static final double[][] POINTS = {
        {2.5, 2.5, 0.5}, {14.5, 2.5, 0.5}, {2.5, 13.5, 0.5}, {2.5, 2.5, 4.75}
    };

    private static final int[][] FACES = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};

    private static int within() {
        int count = 0;
        for (int k = 1; k < 5; k++) {
            for (int j = 3; j < 16; j++) {
                for (int i = 3; i < 16; i++) {
                    count += (i - 2.5) / 12 + (j - 2.5) / 11 + (k - 0.5) / 4.25 < 1 ? 1 : 0;
                }
            }
        }
        return count;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path text(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String stlText() {
        var text = new StringBuilder("solid pyramid\n");
        for (int[] face : FACES) {
            text.append("facet normal 0 0 0\nouter loop\n");
            for (int corner : face) {
                text.append("vertex ").append(words(POINTS[corner])).append("\n");
            }
            text.append("endloop\nendfacet\n");
        }
        return text.append("endsolid pyramid\n").toString();
    }

    private static String words(double[] point) {
        return point[0] + " " + point[1] + " " + point[2];
    }

    private static byte[] stl(String header, double sign) {
        var data = ByteBuffer.allocate(84 + 50 * 4).order(ByteOrder.LITTLE_ENDIAN);
        data.put(header.getBytes(StandardCharsets.US_ASCII)).position(80).putInt(4);
        for (int[] face : FACES) {
            data.putFloat(0).putFloat(0).putFloat(0);
            for (int corner : face) {
                data.putFloat((float) (sign * POINTS[corner][0]));
                data.putFloat((float) (sign * POINTS[corner][1]));
                data.putFloat((float) POINTS[corner][2]);
            }
            data.putShort((short) 0);
        }
        return data.array();
    }

    private static byte[] ply(ByteOrder order, String format) {
        String header =
                """
                ply
                format %s 1.0
                element vertex 4
                property double x
                property uchar red
                property double y
                property double z
                element face 4
                property list uchar ushort vertex_index
                property float quality
                end_header
                """
                        .formatted(format);
        var data = ByteBuffer.allocate(header.length() + 4 * 25 + 4 * 11).order(order);
        data.put(header.getBytes(StandardCharsets.US_ASCII));
        for (double[] point : POINTS) {
            data.putDouble(point[0]).put((byte) 7).putDouble(point[1]).putDouble(point[2]);
        }
        for (int[] face : FACES) {
            data.put((byte) 3);
            for (int corner : face) {
                data.putShort((short) corner);
            }
            data.putFloat(1);
        }
        return data.array();
    }

    @Test
    void everyFormatGivesTheVoxelsWhoseCentresLieWithin() throws IOException {
        int expected = within();
        assertTrue(expected > 50, expected + " voxels");
        var obj = new StringBuilder("# a pyramid\n");
        for (double[] point : POINTS) {
            obj.append("v ").append(words(point)).append("\nvn 0 0 1\n");
        }
        obj.append("f 1/1/1 3 2\nf -4 -3 -1\nf 1//1 4//1 3//1\nf 2 3 4\n");
        var plyText = new StringBuilder();
        plyText.append("ply\nformat ascii 1.0\nelement vertex 4\nproperty float x\n");
        plyText.append("property float y\nproperty float z\nelement face 4\n");
        plyText.append("property list uchar int vertex_indices\nend_header\n");
        for (double[] point : POINTS) {
            plyText.append(words(point)).append("\n");
        }
        for (int[] face : FACES) {
            plyText.append("3 %d %d %d\n".formatted(face[0], face[1], face[2]));
        }
        for (Path in :
                List.of(
                        text("words.stl", stlText()),
                        file("bytes.stl", stl("anything", 1)),
                        file("slicer.stl", stl("SPACE=RAS", -1)),
                        text("words.obj", obj.toString()),
                        text("words.ply", plyText.toString()),
                        file("little.ply", ply(ByteOrder.LITTLE_ENDIAN, "binary_little_endian")),
                        file("big.ply", ply(ByteOrder.BIG_ENDIAN, "binary_big_endian")))) {
            assertEquals(expected, voxels(mask(in, "--op", "voxels")), in.toString());
        }
        Path turned = file("turned.stl", stl("says nothing", -1));
        assertEquals(expected, voxels(mask(turned, "--op", "voxels", "--space", "ras")));
        assertEquals(0, voxels(mask(turned, "--op", "voxels")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"there.stl", "there.obj", "there.ply"})
    void whatWasMadeASurfaceBecomesTheSameMaskAgain(String name) {
        Path there = folder.resolve(name);
        assertEquals(
                0,
                Ran.command("mask", grid.toString(), "--op", "surface", "--out", there.toString())
                        .status());
        assertEquals(16 + 144, voxels(mask(there, "--op", "voxels")));
        assertEquals(144, voxels(mask(there, "--op", "largest")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.stl|rubbish|a.stl is no surface that can be read: it does not begin with 'solid'",
                "a.stl|solid x vertex 1 2 3 vertex 1 2|a.stl is no surface that can be read: it ends within a point.",
                "a.stl|solid x vertex 1 2 3|it ends within a triangle, after 1 points.",
                "a.stl|solid x vertex 1 2 NaN vertex 1 2 3 vertex 3 2 1|A point of the surface is at NaN",
                "a.obj|v 1 2|'v 1 2' is no point.",
                "a.obj|f 1 2 9|A corner is point 0 and there are 0, counted from 0.",
                "a.ply|plx|it has no header from 'ply' to 'end_header'.",
            })
    void filesThatAreNoSurfacesAreRefusedInASentence(String name, String content, String sentence)
            throws IOException {
        Ran ran = mask(text(name, content), "--op", "voxels");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains(sentence), ran.err());
        assertFalse(Files.exists(folder.resolve("out.nrrd")));
    }

    @Test
    void aSurfaceWithAHoleOrWithoutAGridIsRefused() throws IOException {
        String whole = stlText();
        String holed = whole.substring(0, whole.lastIndexOf("facet normal")) + "endsolid";
        Path file = text("holed.stl", holed);
        assertTrue(mask(file, "--op", "voxels").err().contains("is not closed: "), "a hole");
        Ran ran =
                Ran.command(
                        "mask",
                        file.toString(),
                        "--op",
                        "voxels",
                        "--out",
                        folder.resolve("o.nii").toString());
        assertEquals(
                "A surface becomes a mask on the voxels of images; --grid names them.",
                ran.err().strip());
        Ran labels = mask(grid, "--op", "largest");
        assertEquals(1, labels.status());
        assertTrue(labels.err().startsWith("--grid is for surfaces"), labels.err());
    }
}
