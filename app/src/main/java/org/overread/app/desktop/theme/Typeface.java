// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.theme;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The face in which the program writes: the platform's own, if all its figures are equally wide.
///
/// Numbers change all the time here; with uneven figures everything beside them would tremble.
public final class Typeface {
    /// Best first. JavaFX's name for the platform's own face comes last and always exists.
    private static final List<String> PREFERRED =
            List.of(
                    "Inter",
                    ".AppleSystemUIFont",
                    "SF Pro Text",
                    "Segoe UI",
                    "Adwaita Sans",
                    "Noto Sans",
                    "Cantarell",
                    "Ubuntu",
                    "Roboto",
                    "Open Sans",
                    "Liberation Sans",
                    "DejaVu Sans Condensed",
                    "DejaVu Sans");

    private static final String PLATFORM = "System";

    private Typeface() {}

    /// The first preferred family that is installed and fits; the platform's face where none does.
    public static String choose(Collection<String> installed, Predicate<String> fits) {
        return PREFERRED.stream()
                .filter(installed::contains)
                .filter(fits)
                .findFirst()
                .orElse(PLATFORM);
    }

    /// Whether 0 to 9 and the space before a missing figure keep their place in this family.
    public static boolean hasEvenFigures(String family) {
        return "0123456789"
                        .chars()
                        .mapToDouble(figure -> width(family, Character.toString(figure).repeat(20)))
                        .map(width -> Math.rint(width * 10))
                        .distinct()
                        .count()
                == 1;
    }

    private static double width(String family, String text) {
        var measured = new Text(text);
        measured.setFont(Font.font(family, 13));
        return measured.getLayoutBounds().getWidth();
    }
}
