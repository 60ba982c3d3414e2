// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RefusalTest {
    private static List<Refusal> all() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses())
                .flatMap(group -> Stream.of((Refusal[]) group.getEnumConstants()))
                .toList();
    }

    @Test
    void everyReasonHasACodeAndASentenceOfItsOwn() {
        List<Refusal> all = all();
        assertTrue(all.size() > 100, "reasons: " + all.size());
        assertEquals(all.size(), all.stream().map(Refusal::code).distinct().count());
        assertEquals(all.size(), all.stream().map(Refusal::sentence).distinct().count());
        for (Refusal reason : all) {
            assertTrue(reason.code().matches("[a-z]+\\.[a-z0-9-]+"), reason.code());
            assertTrue(reason.sentence().matches("[A-Z].{10,}\\."), reason.sentence());
        }
    }

    @Test
    void aPlaceGrowsFromInsideOut() {
        var inner = new RefusedException(JsonFault.NULL, "character 7");
        assertEquals("frame 3, character 7", inner.within("frame 3").place());
        assertEquals(JsonFault.NULL, inner.within("frame 3").reason());
    }
}
