// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.app.desktop.reading.CornerText;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PaneGrid;
import org.overread.app.desktop.reading.ToneWish;
import org.overread.app.desktop.reading.hanging.HangingProtocol;
import org.overread.viewer.slice.grid.Interpolation;

/// What a person set and the program remembers. Pixels where a length stands.
public record Settings(
        List<String> recentFolders,
        List<String> recentActions,
        Optional<WindowPlace> window,
        Panels panels,
        Look look,
        Habits habits) {

    /// What a person made their own: `keys` by the ids of actions, hanging protocols, and where the dividers of each
    /// layout stand, from 0 to 1, split by split; `bodyLooks` are the names of the looks of the body in three
    /// dimensions, by what values mean; `numbers` are others that a person set, by what they are of.
    public record Habits(
            Map<String, String> keys,
            List<HangingProtocol> protocols,
            Map<Layout, List<List<Double>>> dividers,
            Map<String, String> bodyLooks,
            Map<String, Double> numbers) {
        public static final Habits FIRST =
                new Habits(Map.of(), List.of(), Map.of(), Map.of(), Map.of());

        public Habits {
            keys = Map.copyOf(keys);
            protocols = List.copyOf(protocols);
            dividers = Map.copyOf(dividers);
            bodyLooks = Map.copyOf(bodyLooks);
            numbers = Map.copyOf(numbers);
        }
    }

    /// With the habits that everybody begins with.
    public Settings(
            List<String> recentFolders,
            List<String> recentActions,
            Optional<WindowPlace> window,
            Panels panels,
            Look look) {
        this(recentFolders, recentActions, window, panels, look, Habits.FIRST);
    }

    /// Where the window was; the place is that of the window when it is neither maximized nor full screen.
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /// How pictures are shown. `tones` holds, by modality, what a person set in place of the first preset in
    /// grey, `layouts` the layout that a person reads a modality in, `grids` what [Layout#FREE] is there; `grid` is what it
    /// is now.
    public record Look(
            Layout layout,
            Interpolation interpolation,
            CornerText cornerText,
            boolean crosshair,
            boolean overlays,
            boolean pictureOnly,
            boolean fullScreen,
            Map<String, ToneWish> tones,
            Map<String, Layout> layouts,
            PaneGrid grid,
            Map<String, PaneGrid> grids) {

        public static final Look FIRST =
                new Look(
                        Layout.ONE_AND_TWO,
                        Interpolation.LINEAR,
                        CornerText.FULL,
                        true,
                        true,
                        false,
                        false,
                        Map.of(),
                        Map.of(),
                        PaneGrid.FIRST,
                        Map.of());

        public Look {
            grids = Map.copyOf(grids);
            tones = Map.copyOf(tones);
            layouts = Map.copyOf(layouts);
        }
    }

    /// How the side panels stood.
    public record Panels(
            double leftWidth, double rightWidth, boolean leftOpen, boolean rightOpen) {}

    public static final Settings FIRST =
            new Settings(
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    new Panels(240, 300, true, true),
                    Look.FIRST);

    public Settings {
        recentFolders = List.copyOf(recentFolders);
        recentActions = List.copyOf(recentActions);
    }
}
