// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.phantom;

import org.overread.viewer.phantom.shape.Body;

/// A body filled with a tissue; what is painted later covers what was painted earlier.
record Layer(Tissue tissue, Body body) {}
