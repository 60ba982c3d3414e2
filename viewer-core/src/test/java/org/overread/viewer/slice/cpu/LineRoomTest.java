// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LineRoomTest {
    private final LineRoom room = new LineRoom();

    @Test
    void whatIsGivenBackIsTakenAgainAndHoldsSumsOfNothing() {
        float[] line = room.take(7);
        Arrays.fill(line, 3);
        room.give(line);
        assertSame(line, room.take(7));
        assertArrayEquals(new float[7], line);
    }

    @Test
    void aLineOfAnotherLengthIsMadeAnew() {
        room.give(room.take(7));
        assertEquals(9, room.take(9).length);
    }

    @Test
    void whatIsLentIsNobodyElsesUntilThePictureIsDrawn() {
        float[] first = room.lend(5);
        float[] second = room.lend(5);
        assertNotSame(first, second);
        assertNotSame(first, room.take(5));
        room.takeBack(2);
        assertEquals(all(first, second), all(room.take(5), room.take(5)));
    }

    @Test
    void noMoreAreKeptThanThePictureHasSlices() {
        float[][] lines = new float[20][];
        Arrays.setAll(lines, _ -> room.lend(5));
        room.takeBack(6);
        Set<float[]> known = all(lines);
        long again = 0;
        for (int n = 0; n < lines.length; n++) {
            again += known.contains(room.take(5)) ? 1 : 0;
        }
        assertEquals(6, again);
    }

    private static Set<float[]> all(float[]... lines) {
        Set<float[]> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(Arrays.asList(lines));
        return set;
    }
}
