// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.frame;

import java.util.HashMap;
import java.util.Map;

/// One object for what is equal: the slices of a series have most of what their headers say in common. Remembers the
/// last of each kind. One thread asks.
final class Alike {
    private final Map<Class<?>, Object> last = new HashMap<>();

    /// The value, or the last one of its kind where that is equal.
    @SuppressWarnings("unchecked") // kept under its own class
    <T> T of(T value) {
        Object known = last.get(value.getClass());
        if (known != null && value.equals(known)) {
            return (T) known;
        }
        last.put(value.getClass(), value);
        return value;
    }
}
