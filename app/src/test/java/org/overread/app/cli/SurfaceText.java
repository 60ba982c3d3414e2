// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Surfaces read back by the words of their formats' descriptions: nine numbers a triangle.
public final class SurfaceText {
    private SurfaceText() {}

    public static double[][] triangles(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        byte[] bytes = Files.readAllBytes(file);
        return name.endsWith(".stl") ? stl(bytes) : name.endsWith(".obj") ? obj(file) : ply(bytes);
    }

    private static double[][] stl(byte[] bytes) {
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var triangles = new double[data.getInt(80)][9];
        if (bytes.length != 84 + 50 * triangles.length) {
            throw new IllegalStateException(bytes.length + " bytes");
        }
        for (int n = 0; n < triangles.length; n++) {
            for (int c = 0; c < 9; c++) {
                triangles[n][c] = data.getFloat(84 + 50 * n + 12 + 4 * c);
            }
        }
        return triangles;
    }

    private static double[][] obj(Path file) throws IOException {
        var points = new ArrayList<double[]>();
        var triangles = new ArrayList<double[]>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("v")) {
                points.add(
                        new double[] {
                            Double.parseDouble(words[1]),
                            Double.parseDouble(words[2]),
                            Double.parseDouble(words[3])
                        });
            } else if (words[0].equals("f")) {
                var triangle = new double[9];
                for (int c = 0; c < 3; c++) {
                    int point = Integer.parseInt(words[c + 1]) - 1;
                    System.arraycopy(points.get(point), 0, triangle, 3 * c, 3);
                }
                triangles.add(triangle);
            }
        }
        return triangles.toArray(double[][]::new);
    }

    private static double[][] ply(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String end = "end_header\n";
        int start = text.indexOf(end) + end.length();
        int points = number(text, "element vertex ");
        int faces = number(text, "element face ");
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var triangles = new double[faces][9];
        for (int n = 0; n < faces; n++) {
            int at = start + 12 * points + 13 * n;
            for (int c = 0; c < 9; c++) {
                int point = data.getInt(at + 1 + 4 * (c / 3));
                triangles[n][c] = data.getFloat(start + 12 * point + 4 * (c % 3));
            }
        }
        return triangles;
    }

    private static int number(String text, String before) {
        int from = text.indexOf(before) + before.length();
        return Integer.parseInt(text.substring(from, text.indexOf('\n', from)));
    }

    /// Edges that no other triangle walks the other way.
    public static int openEdges(double[][] triangles) {
        var walked = new HashMap<List<Double>, Integer>();
        for (double[] t : triangles) {
            for (int c = 0; c < 3; c++) {
                int a = 3 * c;
                int b = 3 * ((c + 1) % 3);
                var there = List.of(t[a], t[a + 1], t[a + 2], t[b], t[b + 1], t[b + 2]);
                var back = List.of(t[b], t[b + 1], t[b + 2], t[a], t[a + 1], t[a + 2]);
                if (walked.merge(back, -1, Integer::sum) == 0) {
                    walked.remove(back);
                }
                if (walked.merge(there, 1, Integer::sum) == 0) {
                    walked.remove(there);
                }
            }
        }
        return walked.values().stream().mapToInt(Math::abs).sum() / 2;
    }

    public static double volume(double[][] triangles) {
        double sum = 0;
        for (double[] t : triangles) {
            sum +=
                    t[0] * (t[4] * t[8] - t[5] * t[7])
                            + t[1] * (t[5] * t[6] - t[3] * t[8])
                            + t[2] * (t[3] * t[7] - t[4] * t[6]);
        }
        return sum / 6;
    }
}
