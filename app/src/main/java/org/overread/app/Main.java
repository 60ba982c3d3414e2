// SPDX-License-Identifier: Apache-2.0
package org.overread.app;

import org.overread.app.cli.Overread;
import org.overread.app.cli.Parts;
import org.overread.app.desktop.Desktop;
import org.overread.app.sample.SampleStudyFiles;
import org.overread.viewer.gl.GlProbe;

/// The way in: the workstation and every command.
///
/// Not a JavaFX application itself, so that a command starts without the toolkit.
public final class Main {
    private static final Parts PARTS =
            new Parts(
                    arguments -> Desktop.main(arguments.toArray(String[]::new)),
                    Main::renderer,
                    SampleStudyFiles::write);

    private Main() {}

    public static void main(String[] args) {
        System.exit(Overread.run(args, PARTS));
    }

    private static String renderer() {
        return switch (GlProbe.look()) {
            case GlProbe.Found(var device) when device.isSoftware() ->
                    "CPU, or OpenGL " + device.version() + " on it: " + device.renderer();
            case GlProbe.Found(var device) ->
                    "OpenGL " + device.version() + ": " + device.renderer();
            case GlProbe.NoDisplay() -> "CPU (no display to ask for OpenGL)";
            case GlProbe.NoGl(var cause) -> "CPU (no OpenGL: " + cause + ")";
        };
    }
}
