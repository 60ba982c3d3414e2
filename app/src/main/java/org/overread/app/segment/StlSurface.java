// SPDX-License-Identifier: Apache-2.0
package org.overread.app.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/// STL: triangles, each with three points of its own; 80 bytes, a count and 50 bytes a triangle, or words.
final class StlSurface {
    private static final int HEADER = 84;
    private static final int TRIANGLE = 50;
    private static final int NORMAL = 12;

    private StlSurface() {}

    static MeshPoints read(byte[] bytes) {
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var points = new MeshPoints();
        long count = bytes.length < HEADER ? -1 : Integer.toUnsignedLong(data.getInt(80));
        if (count >= 0 && HEADER + TRIANGLE * count == bytes.length) {
            for (int n = 0; n < count; n++) {
                int at = HEADER + TRIANGLE * n + NORMAL;
                for (int c = 0; c < 3; c++, at += 12) {
                    points.point(data.getFloat(at), data.getFloat(at + 4), data.getFloat(at + 8));
                }
                points.lastThree();
            }
            return points;
        }
        var words = new StringTokenizer(new String(bytes, StandardCharsets.ISO_8859_1));
        if (!words.hasMoreTokens() || !words.nextToken().equals("solid")) {
            throw new IllegalArgumentException(
                    "it does not begin with 'solid', and its length is not that of the %d triangles it names."
                            .formatted(count));
        }
        while (words.hasMoreTokens()) {
            if (words.nextToken().equals("vertex")) {
                points.point(number(words), number(words), number(words));
                if (points.points() % 3 == 0) {
                    points.lastThree();
                }
            }
        }
        if (points.points() % 3 != 0) {
            throw new IllegalArgumentException(
                    "it ends within a triangle, after %d points.".formatted(points.points()));
        }
        return points;
    }

    private static double number(StringTokenizer words) {
        if (!words.hasMoreTokens()) {
            throw new IllegalArgumentException("it ends within a point.");
        }
        return Double.parseDouble(words.nextToken());
    }
}
