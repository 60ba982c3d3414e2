// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.cine;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.remixicon.RemixiconMZ;
import org.overread.app.desktop.control.Buttons;
import org.overread.app.desktop.reading.Depth;
import org.overread.app.desktop.reading.compare.Comparison;

/// Play, stop and speed, below the pictures while something runs or a film is open. FX thread.
public final class CineBar extends HBox {
    private final Button play;

    public CineBar(Cine cine, Comparison comparison) {
        getStyleClass().add("cine-bar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        play = Buttons.icon(RemixiconMZ.PLAY_LINE, "Play or stop   P", cine::toggle);
        var slower = Buttons.icon(RemixiconMZ.REWIND_LINE, "Slower   ,", cine::slower);
        var faster = Buttons.icon(RemixiconMZ.SPEED_LINE, "Faster   .", cine::faster);
        var speed = new Slider(0.5, 60, 15);
        speed.setAccessibleText("Pictures a second");
        speed.valueProperty().bindBidirectional(cine.picturesASecond());
        var words = new Label();
        words.setMinWidth(64);
        words.getStyleClass().addAll("ov-quiet", "ov-figures");
        words.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.1f / s",
                                                cine.picturesASecond().get()),
                                cine.picturesASecond()));
        getChildren().addAll(play, slower, speed, faster, words);
        cine.playing()
                .subscribe(
                        playing ->
                                play.setGraphic(
                                        new FontIcon(
                                                playing
                                                        ? RemixiconMZ.PAUSE_LINE
                                                        : RemixiconMZ.PLAY_LINE)));
        var main = comparison.main();
        visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        main.volume() != null
                                                && (cine.playing().get()
                                                        || main.depth() == Depth.TIME),
                                main.content(),
                                cine.playing()));
    }
}
