// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.overread.viewer.slice.PixelBox;
import org.overread.viewer.slice.SliceImage;
import org.overread.viewer.slice.SliceRenderer;
import org.overread.viewer.slice.SliceScene;
import org.overread.viewer.slice.layer.FusedVolume;
import org.overread.viewer.volume.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws with one renderer as long as it works and with another one from then on; says so once. Scenes beyond
/// [Reach] are the other one's without a word.
final class GuardedRenderer implements SliceRenderer {
    private static final Logger log = LoggerFactory.getLogger(GuardedRenderer.class);

    private final SliceRenderer preferred;
    private final SliceRenderer reserve;
    private final Consumer<RendererNotice> notices;
    private final Set<Volume> byReserve =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean works = true;

    GuardedRenderer(
            SliceRenderer preferred, SliceRenderer reserve, Consumer<RendererNotice> notices) {
        this.preferred = preferred;
        this.reserve = reserve;
        this.notices = notices;
    }

    @Override
    public String name() {
        return works ? preferred.name() : reserve.name();
    }

    @Override
    public void render(SliceScene scene, SliceImage target) {
        byEither(
                scene,
                renderer -> {
                    renderer.render(scene, target);
                    return target;
                });
    }

    @Override
    public void render(SliceScene scene, SliceImage target, PixelBox part) {
        byEither(
                scene,
                renderer -> {
                    renderer.render(scene, target, part);
                    return target;
                });
    }

    @Override
    public float[] sample(SliceScene scene) {
        return byEither(scene, renderer -> renderer.sample(scene));
    }

    private <T> T byEither(SliceScene scene, Function<SliceRenderer, T> work) {
        if (!works || !Reach.covers(scene) || isByReserve(scene)) {
            return work.apply(reserve);
        }
        try {
            return work.apply(preferred);
        } catch (GlFailedException e) {
            giveUp(e, e.volume().orElse(scene.volume()));
            return work.apply(reserve);
        }
    }

    private boolean isByReserve(SliceScene scene) {
        return byReserve.contains(scene.volume())
                || scene.overlays().stream()
                        .anyMatch(
                                overlay ->
                                        overlay instanceof FusedVolume fused
                                                && byReserve.contains(fused.image().volume()));
    }

    private void giveUp(GlFailedException failure, Volume volume) {
        String cause = String.valueOf(failure.getMessage());
        switch (failure.scope()) {
            case SCENE -> log.debug("A picture is drawn by the processor: {}", cause);
            case VOLUME -> {
                log.warn("A volume is drawn by the processor: {}", cause);
                byReserve.add(volume);
                notices.accept(new RendererNotice.VolumeByCpu(volume, cause));
            }
            case ALL -> {
                log.warn("The processor draws from now on", failure);
                works = false;
                closePreferred();
                notices.accept(new RendererNotice.AllByCpu(cause));
            }
        }
    }

    private void closePreferred() {
        try {
            preferred.close();
        } catch (GlFailedException e) {
            log.info("OpenGL, which had failed, did not close", e);
        }
    }

    @Override
    public void sliceChanged(Volume volume, int k) {
        tell(() -> preferred.sliceChanged(volume, k));
        reserve.sliceChanged(volume, k);
    }

    @Override
    public void forget(Volume volume) {
        tell(() -> preferred.forget(volume));
        reserve.forget(volume);
    }

    /// A failure comes up again with the next picture, where it is dealt with.
    private void tell(Runnable message) {
        if (works) {
            try {
                message.run();
            } catch (GlFailedException e) {
                log.debug("OpenGL did not hear about a volume", e);
            }
        }
    }

    @Override
    public void close() {
        if (works) {
            closePreferred();
        }
        reserve.close();
    }
}
