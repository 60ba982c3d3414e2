// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

/// A position in a pane, in logical pixels from its top left corner.
public record PanePoint(double x, double y) {}
