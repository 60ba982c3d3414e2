// SPDX-License-Identifier: Apache-2.0
/// Overlays: pictures of single bits that image files and presentation states carry beside their pixels.
@NullMarked
package org.overread.viewer.dicom.overlay;

import org.jspecify.annotations.NullMarked;
