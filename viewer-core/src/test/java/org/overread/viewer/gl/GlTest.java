// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/// Opens OpenGL for tests, or says why a test cannot run here; where CI=true it must.
final class GlTest {
    private GlTest() {}

    static GlSliceRenderer open() {
        return open(1L << 30);
    }

    static GlSliceRenderer open(long budgetBytes) {
        return switch (GlProbe.look()) {
            case GlProbe.Found _ -> GlSliceRenderer.open(budgetBytes);
            case GlProbe.NoDisplay _ -> without("needs an X display: DISPLAY is not set");
            case GlProbe.NoGl(String cause) -> without("needs OpenGL 3.3: " + cause);
        };
    }

    private static GlSliceRenderer without(String why) {
        if ("true".equals(System.getenv("CI"))) {
            return fail(why);
        }
        return abort(why);
    }
}
