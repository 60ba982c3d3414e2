// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay.Condition;

final class RequiresDisplayTest {

    @Test
    void linuxWithoutXDisplayLacksIt() {
        assertTrue(Condition.missing("Linux", "", "").isPresent());
        assertEquals(Optional.empty(), Condition.missing("Linux", ":40", ""));
    }

    @Test
    void headlessGlassNeedsNone() {
        assertEquals(Optional.empty(), Condition.missing("Linux", "", "Headless"));
    }

    @Test
    void otherSystemsAlwaysHaveOne() {
        assertEquals(Optional.empty(), Condition.missing("Windows 11", "", ""));
    }
}
