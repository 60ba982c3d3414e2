// SPDX-License-Identifier: Apache-2.0
/// Files on their way to and from the disk: their names, their coming into being whole, their packing.
@NullMarked
package org.overread.viewer.formats.file;

import org.jspecify.annotations.NullMarked;
