// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.formats.outcome;

import org.overread.viewer.formats.sample.Scaling;
import org.overread.viewer.formats.sample.StoredType;

/// What a file said of itself that the volumes read from it do not show.
public record FileFacts(
        ImageFormat format, StoredType storedType, Scaling scaling, Placement placement) {}
