// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import org.overread.viewer.codec.picture.PictureMemory;

/// What is used again from picture to picture. One thread uses it.
record WorkingMemory(PictureMemory pictures, MqBlockCoder blocks) {}
