// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli.pictures;

import org.overread.app.cli.line.CommandRefused;
import org.overread.app.cli.line.Triple;
import org.overread.viewer.slice.tone.Window;
import picocli.CommandLine.ITypeConverter;

/// A grey scale, written `WIDTH,CENTER`.
record WindowOption(double width, double center) {
    static final class Converter implements ITypeConverter<WindowOption> {
        @Override
        public WindowOption convert(String text) {
            double[] numbers = Triple.numbers(text, 2);
            return new WindowOption(numbers[0], numbers[1]);
        }
    }

    Window toWindow() throws CommandRefused {
        if (!(width > 0)) {
            throw new CommandRefused(
                    "--window %s,%s: a window is wider than 0.".formatted(width, center));
        }
        return new Window(center, width);
    }
}
