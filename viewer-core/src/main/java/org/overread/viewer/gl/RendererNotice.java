// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.gl;

import org.overread.viewer.volume.Volume;

/// What a person should know about how pictures are drawn; `cause` is the driver's sentence. All pictures are drawn
/// nevertheless, by the processor.
public sealed interface RendererNotice {
    String cause();

    /// This volume is beyond the GPU.
    record VolumeByCpu(Volume volume, String cause) implements RendererNotice {}

    /// OpenGL failed and is not used any more.
    record AllByCpu(String cause) implements RendererNotice {}
}
