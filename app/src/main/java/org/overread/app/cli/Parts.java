// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import org.overread.app.cli.line.RendererProbe;
import org.overread.app.cli.volumes.SampleWriter;

/// What the command line is given by those who join the program's parts, so that it knows none of them.
public record Parts(DesktopOpener desktop, RendererProbe renderers, SampleWriter sample) {}
