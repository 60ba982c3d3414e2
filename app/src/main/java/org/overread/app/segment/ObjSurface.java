// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/// OBJ: lines `v x y z` and `f a b c …`, points counted from 1, or back from the last one where negative; what stands
/// behind a slash, and other lines, are passed over.
final class ObjSurface {
    private ObjSurface() {}

    static MeshPoints read(byte[] bytes) {
        var points = new MeshPoints();
        new String(bytes, StandardCharsets.ISO_8859_1).lines().forEach(line -> line(line, points));
        return points;
    }

    private static void line(String line, MeshPoints points) {
        var words = new StringTokenizer(line);
        switch (words.hasMoreTokens() ? words.nextToken() : "") {
            case "v" -> {
                if (words.countTokens() < 3) {
                    throw new IllegalArgumentException("'%s' is no point.".formatted(line));
                }
                points.point(
                        Double.parseDouble(words.nextToken()),
                        Double.parseDouble(words.nextToken()),
                        Double.parseDouble(words.nextToken()));
            }
            case "f" -> {
                var corners = new int[words.countTokens()];
                for (int n = 0; n < corners.length; n++) {
                    String word = words.nextToken();
                    int slash = word.indexOf('/');
                    int number = Integer.parseInt(slash < 0 ? word : word.substring(0, slash));
                    corners[n] = number < 0 ? points.points() + number : number - 1;
                }
                points.polygon(corners, corners.length);
            }
            default -> {}
        }
    }
}
