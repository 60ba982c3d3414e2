// SPDX-License-Identifier: Apache-2.0
package org.overread.app.cli;

import java.util.List;

/// Opens the workstation and blocks until it has ended. Handed in, so that no command loads JavaFX.
///
/// The arguments are `--open=PATH` (a file or folder), `--sample` (the sample study),
/// `--renderer=cpu|gl|automatic` (what draws) and `--train` (show the first
/// picture of the sample study, then end: what a start needs is learned from it), each at most once.
@FunctionalInterface
public interface DesktopOpener {
    void open(List<String> arguments);
}
