// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.lifesize;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.stage.Window;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.action.Action;
import org.overread.app.desktop.layer.Layer;
import org.overread.app.desktop.notice.Notice;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.PaneState;
import org.overread.app.desktop.reading.compare.Comparison;
import org.overread.app.desktop.reading.pane.ScreenSizes;
import org.overread.viewer.dicom.frame.Frame.PixelMeasure;

/// A millimetre of the patient is a millimetre on the screen, once the screen is matched with a ruler. FX thread.
public final class LifeSize {
    private final Comparison comparison;
    private final ScreenSizes screens;
    private final Layer layer;
    private final Consumer<Notice> notices;

    private LifeSize(
            Comparison comparison, ScreenSizes screens, Layer layer, Consumer<Notice> notices) {
        this.comparison = comparison;
        this.screens = screens;
        this.layer = layer;
        this.notices = notices;
    }

    public static List<Action> actions(
            Comparison comparison, ScreenSizes screens, Layer layer, Consumer<Notice> notices) {
        var life = new LifeSize(comparison, screens, layer, notices);
        return List.of(
                Action.of("view.life-size", "Picture", "Life size on this screen", life::show)
                        .withIcon(RemixiconMZ.RULER_LINE)
                        .withKey("Shift+Z")
                        .enabledWhen(
                                Bindings.createBooleanBinding(
                                        () -> comparison.main().volume() != null,
                                        comparison.main().content())),
                Action.of(
                                "view.match-screen",
                                "Picture",
                                "Match this screen with a ruler or a bank card",
                                () -> life.match(() -> {}))
                        .withIcon(RemixiconMZ.RULER_2_LINE));
    }

    private void show() {
        PaneModel pane = comparison.focused().get().active();
        PaneState state = pane.state().get();
        if (state == null) {
            return;
        }
        boolean sized =
                state.volume().verdict().isCalibrated()
                        || pane.reading().kind().pixelMeasure().get() != PixelMeasure.NONE;
        if (!sized) {
            notices.accept(
                    Notice.caution(
                            "This picture has no sizes.",
                            "It is shown as before.",
                            "Its file does not say how large its pixels are."));
            return;
        }
        OptionalDouble pixelMm = screens.pixelMm(window());
        if (pixelMm.isPresent()) {
            pane.scaleTo(pixelMm.getAsDouble());
        } else {
            match(() -> screens.pixelMm(window()).ifPresent(pane::scaleTo));
        }
    }

    private void match(Runnable then) {
        Window window = window();
        double now = screens.pixelMm(window).orElseGet(() -> ScreenSizes.reportedPixelMm(window));
        MatchCard.open(
                now,
                pixelMm -> {
                    screens.match(window, pixelMm);
                    then.run();
                },
                layer);
    }

    private Window window() {
        return layer.getScene().getWindow();
    }
}
