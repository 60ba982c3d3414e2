// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.dicom.parse;

import org.overread.viewer.dicom.file.ByteCursor;

/// What a reader of many headers keeps from one to the next. Serves one opened file at a time: what was asked for in
/// that stays, its [Attributes] go with the next.
public final class HeaderMemory {
    /// Elements; what a huge header took is given back.
    private static final int KEPT = 1 << 12;

    final ByteCursor.Room room = new ByteCursor.Room();
    final KnownValues known = new KnownValues();
    private ElementTable table = new ElementTable();

    /// An empty one.
    ElementTable table() {
        if (table.count() > KEPT) {
            table = new ElementTable();
        }
        table.forgetFrom(0);
        return table;
    }
}
