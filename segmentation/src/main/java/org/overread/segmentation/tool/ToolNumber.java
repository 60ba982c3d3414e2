// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.tool;

/// A number that a tool found on its way, such as the final bounds; `unit` is empty where there is none.
public record ToolNumber(String name, double value, String unit) {
    public ToolNumber(String name, double value) {
        this(name, value, "");
    }
}
