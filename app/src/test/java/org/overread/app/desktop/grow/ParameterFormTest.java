// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.overread.segmentation.tool.toolbox.ToolParameter;

final class ParameterFormTest {
    private static ToolParameter number(String defaultValue) {
        return new ToolParameter(
                "limit",
                "Limit",
                "",
                ToolParameter.Type.NUMBER,
                "mm",
                defaultValue,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void choicesAreWordsOfPeople() {
        assertEquals("Around seeds", ParameterForm.plain("around-seeds"));
        assertEquals("6", ParameterForm.plain("6"));
        assertEquals("", ParameterForm.plain(""));
    }

    @Test
    void anEmptyFieldHasNoLimitWhereTheToolHasNone() {
        assertEquals("-Infinity", ParameterForm.meant(number("-Infinity"), ""));
        assertEquals("3", ParameterForm.meant(number("Infinity"), "3"));
        assertEquals("", ParameterForm.meant(number("20"), ""));
        assertEquals(Optional.empty(), ParameterForm.wrong(number("Infinity"), "Infinity"));
        assertEquals(Optional.of(number("20").allowed()), ParameterForm.wrong(number("20"), ""));
    }
}
