// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.overread.viewer.gl.RendererWish;

/// What a person wants to see when the window opens.
sealed interface StartWish {

    /// Whatever was open last, or the sample study where nothing ever was.
    record GoOn() implements StartWish {}

    record Open(Path place) implements StartWish {}

    record Sample() implements StartWish {}

    /// Shows a small volume and ends: the JVM learns from it what a start needs.
    record Train() implements StartWish {}

    /// What is to draw the pictures; whatever is fastest where nothing is asked for.
    static RendererWish renderer(List<String> arguments) {
        for (RendererWish wish : RendererWish.values()) {
            if (arguments.contains("--renderer=" + wish.name().toLowerCase(Locale.ROOT))) {
                return wish;
            }
        }
        return RendererWish.AUTOMATIC;
    }

    static StartWish of(List<String> arguments) {
        if (arguments.contains("--train")) {
            return new Train();
        }
        if (arguments.contains("--sample")) {
            return new Sample();
        }
        String open = "--open=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(open))
                .findFirst()
                .<StartWish>map(argument -> new Open(Path.of(argument.substring(open.length()))))
                .orElseGet(GoOn::new);
    }
}
