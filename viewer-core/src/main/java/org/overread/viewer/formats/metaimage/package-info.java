// SPDX-License-Identifier: Apache-2.0
/// MetaImage headers, read and written.
@NullMarked
package org.overread.viewer.formats.metaimage;

import org.jspecify.annotations.NullMarked;
