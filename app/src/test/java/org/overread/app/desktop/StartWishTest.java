// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.viewer.gl.RendererWish;

class StartWishTest {
    @Test
    void theRendererIsAskedForBesideWhatIsOpened() {
        var arguments = List.of("--open=folder", "--renderer=gl");
        assertEquals(RendererWish.GL, StartWish.renderer(arguments));
        assertEquals(new StartWish.Open(Path.of("folder")), StartWish.of(arguments));
        assertEquals(RendererWish.CPU, StartWish.renderer(List.of("--renderer=cpu")));
    }

    @Test
    void whoAsksForNothingGetsWhatIsFastest() {
        assertEquals(RendererWish.AUTOMATIC, StartWish.renderer(List.of("--sample")));
    }
}
