// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/// Seals each step that Flyway takes, within the transaction of the step.
final class StepSeal implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        int version = context.getMigrationInfo().getVersion().getMajor().intValueExact();
        var sql = new Sql(context.getConnection());
        try {
            Migrations.taken(sql, version);
            sql.forget();
        } catch (StoreException | SQLException e) {
            throw new FlywayException("step " + version + " cannot be sealed", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "seal";
    }
}
