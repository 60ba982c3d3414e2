// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.slice.tone;

/// A curve with the name that people or files know it by; empty where a file gives none.
public record Preset(String name, ToneCurve curve) {

    static Preset of(String name, double center, double width) {
        return new Preset(name, new ToneCurve.LinearExact(new Window(center, width)));
    }
}
