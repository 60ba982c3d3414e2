// SPDX-License-Identifier: Apache-2.0
/// What all decoders share: the size they are told, the samples they make, the refusal of broken bytes.
@NullMarked
package org.overread.viewer.codec.picture;

import org.jspecify.annotations.NullMarked;
