// SPDX-License-Identifier: Apache-2.0
/// What lies over each other in a picture: images, labels, two versions of labels, and what joins their spaces.
@NullMarked
package org.overread.viewer.slice.layer;

import org.jspecify.annotations.NullMarked;
