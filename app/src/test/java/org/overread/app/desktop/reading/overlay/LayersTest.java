// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.app.desktop.reading.PaneModel;
import org.overread.app.desktop.reading.ReadingModel;
import org.overread.app.desktop.reading.TestVolumes;
import org.overread.app.desktop.reading.TestVolumes.Acquisition;
import org.overread.viewer.slice.SliceScene.Remark;
import org.overread.viewer.slice.layer.Joining;
import org.overread.viewer.slice.layer.Labels;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;

class LayersTest {
    private final ReadingModel reading = new ReadingModel(Runnable::run, Runnable::run);
    private final Layers layers =
            new Layers(reading, (base, other) -> Joining.of(base, other, List.of()));

    @BeforeEach
    void drawLabels() {
        Volume volume =
                TestVolumes.of(TestVolumes.geometry(Acquisition.AXIAL), ValueUnit.HU, _ -> 0);
        reading.show(volume, List.of());
        reading.panes().getFirst().resize(100, 100);
        layers.draw(
                List.of(
                        new Labels(
                                volume.geometry(),
                                Joining.Joined.within(volume.frame()),
                                List.of(),
                                Labels.Edges.VOXELS)),
                _ -> Optional.empty());
    }

    private Labels.Edges edges() {
        return assertInstanceOf(Labels.class, reading.overlays().get().getFirst()).edges();
    }

    private Set<Remark> remarks() {
        PaneModel pane = reading.panes().getFirst();
        return Objects.requireNonNull(pane.state().get()).remarks();
    }

    @Test
    void edgesFollowTheVoxelsUntilAskedOtherwise() {
        assertEquals(Labels.Edges.VOXELS, edges());
        assertEquals(Set.of(), remarks());
    }

    @Test
    void smoothEdgesAreToldOnThePane() {
        layers.edges().set(Labels.Edges.SMOOTH);
        assertEquals(Labels.Edges.SMOOTH, edges());
        assertEquals(Set.of(Remark.SMOOTH_LABELS), remarks());
    }

    @Test
    void whoEditsSeesTheVoxelsAsTheyAre() {
        layers.edges().set(Labels.Edges.SMOOTH);
        layers.editing().set(true);
        assertEquals(Labels.Edges.VOXELS, edges());
        assertEquals(Set.of(), remarks());
        layers.editing().set(false);
        assertEquals(Labels.Edges.SMOOTH, edges());
    }
}
