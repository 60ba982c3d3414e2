// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// The time as the workstation's clock showed it, in whole seconds with its distance from UTC, the name of its zone, and a
/// counter that only grows while the program runs. Clocks err; what is proved follows from the log's order.
public record StatedTime(OffsetDateTime local, String zone, long counter) {
    private static final Pattern LOCAL =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+/:-]{1,64}");

    public StatedTime {
        local = local.truncatedTo(ChronoUnit.SECONDS);
        if (local.getOffset().getTotalSeconds() % 60 != 0) {
            throw new IllegalArgumentException("an offset of seconds: " + local.getOffset());
        }
    }

    JsonValue.Fields write() {
        return new FieldWriter()
                .text("local", spell(local))
                .text("zone", zone)
                .whole("counter", counter)
                .end();
    }

    static StatedTime read(FieldReader fields) throws RefusedException {
        String text = fields.text("local", LOCAL);
        OffsetDateTime local;
        try {
            local = OffsetDateTime.parse(text);
        } catch (DateTimeException _) {
            throw new RefusedException(StatementFault.FIELD_TIME, "local");
        }
        if (!spell(local).equals(text)) {
            throw new RefusedException(StatementFault.FIELD_TIME, "local");
        }
        return new StatedTime(
                local, fields.text("zone", ZONE), fields.whole("counter", 0, Long.MAX_VALUE));
    }

    private static String spell(OffsetDateTime time) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        return "%04d-%02d-%02dT%02d:%02d:%02d%s%02d:%02d"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond(),
                        minutes < 0 ? "-" : "+",
                        Math.abs(minutes) / 60,
                        Math.abs(minutes) % 60);
    }
}
