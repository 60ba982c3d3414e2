// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle;

import org.overread.sync.bundle.bytes.Bytes;

/// One frame, its digest checked.
record Frame(FrameType type, Bytes bytes) {}
