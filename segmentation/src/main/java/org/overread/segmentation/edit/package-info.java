// SPDX-License-Identifier: Apache-2.0
/// Changes of labels as data, and their history.
@NullMarked
package org.overread.segmentation.edit;

import org.jspecify.annotations.NullMarked;
