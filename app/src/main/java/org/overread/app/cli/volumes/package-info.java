// SPDX-License-Identifier: Apache-2.0
/// Commands that find, read, convert and make volumes.
@NullMarked
package org.overread.app.cli.volumes;

import org.jspecify.annotations.NullMarked;
