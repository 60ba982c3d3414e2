// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Flyway has to say, at the levels at which a person who opens a workspace wants it. Flyway makes it by its name.
public final class StepLog implements LogCreator {

    @Override
    public Log createLogger(Class<?> of) {
        return new Quiet(LoggerFactory.getLogger(of));
    }

    /// Each step it takes is told in five lines; those are for who looks for them.
    private record Quiet(Logger log) implements Log {

        @Override
        public void debug(String message) {
            log.trace(message);
        }

        @Override
        public void info(String message) {
            log.debug(message);
        }

        @Override
        public void notice(String message) {
            log.debug(message);
        }

        @Override
        public void warn(String message) {
            log.warn(message);
        }

        @Override
        public void error(String message) {
            log.error(message);
        }

        @Override
        public void error(String message, Exception cause) {
            log.error(message, cause);
        }
    }
}
