// SPDX-License-Identifier: Apache-2.0
/// The command that cuts a picture out of a volume.
@NullMarked
package org.overread.app.cli.pictures;

import org.jspecify.annotations.NullMarked;
