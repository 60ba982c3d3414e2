// SPDX-License-Identifier: Apache-2.0
/// Commands of the verifiable log and its witnesses.
@NullMarked
package org.overread.app.cli.log;

import org.jspecify.annotations.NullMarked;
