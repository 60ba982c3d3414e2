// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.pane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.RequiresDisplay;
import org.overread.app.desktop.reading.ArrivedSlices;
import org.overread.app.desktop.reading.Layout;
import org.overread.app.desktop.reading.PanePoint;
import org.overread.app.desktop.reading.PlaneAlignment;
import org.overread.viewer.phantom.SampleStudy;
import org.overread.viewer.slice.Slab;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.work.CancelToken;
import org.overread.viewer.work.Progress;

/// Pictures of a reading of the sample study, left in target/screens for people to look at.
@RequiresDisplay
final class ReadingScreensTest {
    private static final double WIDTH =
            Double.parseDouble(System.getProperty("screen.width", "1280"));
    private static final double HEIGHT =
            Double.parseDouble(System.getProperty("screen.height", "720"));

    @SuppressWarnings("NullAway.Init") // sampled once before all tests
    private static Volume ct;

    @SuppressWarnings("NullAway.Init") // sampled once before all tests
    private static Volume mr;

    @SuppressWarnings("NullAway.Init") // opened before each test
    private ReadingStage stage;

    @BeforeAll
    static void sample() {
        var series = SampleStudy.series();
        try (var pool = Executors.newFixedThreadPool(2)) {
            ct = series.get(0).volume(pool, Progress.Listener.NONE, new CancelToken());
            mr = series.get(1).volume(pool, Progress.Listener.NONE, new CancelToken());
        }
    }

    @BeforeEach
    void open() throws TimeoutException {
        stage = new ReadingStage(WIDTH, HEIGHT);
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        stage.close();
    }

    private void write(String name) throws IOException {
        stage.write(
                "reading-%s-%.0fx%.0f@%.0f".formatted(name, WIDTH, HEIGHT, 100 * stage.scale()));
    }

    /// Not only black: something of the patient is there.
    private void assertPictured() {
        WritableImage picture = stage.picture();
        int bright = 0;
        for (int x = 0; x < picture.getWidth(); x += 7) {
            for (int y = 0; y < picture.getHeight(); y += 7) {
                bright += (picture.getPixelReader().getArgb(x, y) & 0xFF) > 90 ? 1 : 0;
            }
        }
        assertTrue(bright > 500, "bright points: " + bright);
    }

    @Test
    void computedTomographyInEveryLayout() throws IOException {
        stage.show(ct);
        stage.robot.interact(() -> stage.reading.jumpTo(new PatientPoint(-58, 5, -60)));
        for (Layout layout : Layout.values()) {
            stage.robot.interact(() -> stage.reading.room().choose(layout));
            write("ct-" + layout.name().toLowerCase(Locale.ROOT));
            assertPictured();
        }
    }

    @Test
    void lungsThroughBoneAndThickSlab() throws IOException {
        stage.show(ct);
        stage.robot.interact(
                () -> {
                    stage.reading.jumpTo(new PatientPoint(-68, 15, 60));
                    stage.reading.tones().choosePreset(1);
                    stage.reading.panes().get(2).slab(new Slab(20, Slab.Mode.MAX));
                    stage.reading.panes().get(0).zoom(2.5);
                });
        stage.robot.moveTo(stage.onScreen(1, new PanePoint(262, 110)));
        stage.robot.clickOn(MouseButton.PRIMARY);
        write("lung");
        assertPictured();
    }

    @Test
    void magneticResonanceAlongItsGridAndAlongThePatient() throws IOException {
        stage.show(mr);
        write("mr-acquired");
        stage.robot.interact(() -> stage.reading.planes().alignment().set(PlaneAlignment.PATIENT));
        write("mr-patient");
        assertPictured();
    }

    @Test
    void emptyLoadingAndFailed() throws IOException {
        write("empty");
        stage.robot.interact(
                () -> {
                    stage.reading.showWhileLoading(ct, List.of());
                    stage.reading.slicesArrived(new Progress(61, 160), new ArrivedSlices(50, 110));
                });
        write("loading");
        stage.robot.interact(
                () ->
                        stage.reading.fail(
                                "This series has no pixels that Overread can read.",
                                "Nothing was changed. Choose another series, or export this one"
                                        + " uncompressed."));
        write("failed");
        assertTrue(stage.area.lookup(".state-card:failed").isVisible());
    }
}
