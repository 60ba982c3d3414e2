// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.label;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.overread.segmentation.label.EditRules;
import org.overread.segmentation.label.EditableArea;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.tool.bits.ValueRange;
import org.overread.segmentation.work.Crew;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// Makes rules of what limits say: looks at the values of the volume off the FX thread, once for a range. FX thread; the
/// newest limits win.
public final class Limiting {
    private final Executor compute;
    private final Executor ui;
    private Optional<Fitting> known = Optional.empty();
    private long asked;

    private record Fitting(LabelModel of, ValueRange values, Mask voxels) {}

    public Limiting(Executor compute, Executor ui) {
        this.compute = compute;
        this.ui = ui;
    }

    /// From now on tools keep to these, as soon as the values have been looked at.
    public void limit(LabelModel model, WriteLimits limits) {
        long ticket = ++asked;
        model.limits(limits);
        Optional<ValueRange> values = limits.values();
        if (values.isEmpty() || !(model.volume().voxels() instanceof Voxels.Grey grey)) {
            apply(model, limits, Optional.empty());
            return;
        }
        Optional<Fitting> found =
                known.filter(k -> k.of().equals(model) && k.values().equals(values.get()));
        if (found.isPresent()) {
            apply(model, limits, found.map(Fitting::voxels));
            return;
        }
        compute.execute(
                () -> {
                    Mask voxels = fitting(grey, values.get());
                    ui.execute(
                            () -> {
                                if (ticket == asked) {
                                    known = Optional.of(new Fitting(model, values.get(), voxels));
                                    apply(model, limits, Optional.of(voxels));
                                }
                            });
                });
    }

    private static Mask fitting(Voxels.Grey grey, ValueRange values) {
        Crew crew = Crew.of(ForkJoinPool.commonPool(), new CancelToken());
        return EditableArea.EVERYWHERE
                .withValues(grey, values.lower(), values.upper(), crew)
                .within()
                .orElseThrow();
    }

    private static void apply(LabelModel model, WriteLimits limits, Optional<Mask> fitting) {
        EditRules now = model.rules().get();
        model.rules(
                new EditRules(
                        new EditableArea(
                                now.area().where(),
                                limits.voxels(fitting, model.volume().geometry().size())),
                        now.overwrite()));
    }
}
