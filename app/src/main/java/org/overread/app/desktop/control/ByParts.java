// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.control;

/// What can come into the scene part by part before it is to be seen: all of it at once holds up the window, for the styles
/// of its kind were not looked up yet.
public interface ByParts {

    /// What it consists of; lets go of it when it is to be seen.
    HeldBack parts();
}
