// SPDX-License-Identifier: Apache-2.0
/// Where masks and the store meet: label files into readings, versions out of them, two versions side by side.
@NullMarked
package org.overread.app.store;

import org.jspecify.annotations.NullMarked;
