// SPDX-License-Identifier: Apache-2.0
/// NIfTI, NRRD and MetaImage files to Volumes and back: the way in is [org.overread.viewer.formats.ImageFiles].
@NullMarked
package org.overread.viewer.formats;

import org.jspecify.annotations.NullMarked;
