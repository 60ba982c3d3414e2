// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.tool;

import java.util.Optional;
import javafx.scene.Cursor;
import org.kordamp.ikonli.Ikon;

/// How a person knows a tool. `id` is stable and never shown (`length`); `key` is the default, as JavaFX writes it;
/// `hint` says in a few words what the next press does; tools of one `group` share a place on the rail.
public record ToolFace(
        String id,
        String group,
        String name,
        String hint,
        Ikon icon,
        Optional<String> key,
        Cursor cursor) {
    /// The group of tools that have a place of their own each.
    public static final String ALONE = "Tools";

    /// A tool with a crosshair for a pointer and no key.
    public static ToolFace of(String id, String name, String hint, Ikon icon) {
        return new ToolFace(id, ALONE, name, hint, icon, Optional.empty(), Cursor.CROSSHAIR);
    }

    public ToolFace withKey(String newKey) {
        return new ToolFace(id, group, name, hint, icon, Optional.of(newKey), cursor);
    }

    public ToolFace withCursor(Cursor newCursor) {
        return new ToolFace(id, group, name, hint, icon, key, newCursor);
    }

    public ToolFace withGroup(String newGroup) {
        return new ToolFace(id, newGroup, name, hint, icon, key, cursor);
    }
}
