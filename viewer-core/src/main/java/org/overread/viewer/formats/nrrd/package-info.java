// SPDX-License-Identifier: Apache-2.0
/// NRRD headers, read and written, whatever space they name; label maps in the words of 3D Slicer.
@NullMarked
package org.overread.viewer.formats.nrrd;

import org.jspecify.annotations.NullMarked;
