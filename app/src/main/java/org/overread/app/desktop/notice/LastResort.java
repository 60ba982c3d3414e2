// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.notice;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of every error that nobody handled, on every thread: the person gets a sentence, the log the stack trace, and
/// the program goes on.
public final class LastResort implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Notices notices;
    private final Optional<Notice.Offer> showLog;

    /// `showLog` opens the folder of the log, where there is one.
    public LastResort(Notices notices, Optional<Notice.Offer> showLog) {
        this.notices = notices;
        this.showLog = showLog;
    }

    /// From now on for all threads that have no handler of their own.
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        LOG.error("uncaught on thread {}", thread.getName(), error);
        notices.show(word(error));
    }

    private Notice word(Throwable error) {
        var notice =
                switch (error) {
                    case OutOfMemoryError _ ->
                            Notice.bad(
                                    "There was not enough memory for the last step.",
                                    "Your image files are unchanged.",
                                    "Close a series or start with more memory, then try again.");
                    default ->
                            Notice.bad(
                                    "The last step failed because of a fault in the program.",
                                    "Your image files are unchanged.",
                                    "Try again; if it fails again, report it with the log.");
                };
        return showLog.map(offer -> notice.withOffer(offer.label(), offer.run())).orElse(notice);
    }
}
