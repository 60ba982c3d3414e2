// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.db;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open workspace file: one thread that writes, and a few connections that read what is committed.
///
/// Any thread may call; calls block until the disk has what was written, so the FX thread does not. A change is one
/// transaction: it is durable when the call returns, and not there at all when it throws.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 3;
    private static final long IDLE_MS = 2000;

    private final Path file;
    private final Optional<WriterLock> lock;
    private final BlockingQueue<Optional<Sql>> readers = new ArrayBlockingQueue<>(READERS);
    private final ScheduledThreadPoolExecutor thread = writerThread();

    // of the writer thread
    private Optional<Sql> writer;
    private boolean damaged;
    private Optional<ScheduledFuture<?>> tidying = Optional.empty();
    private volatile boolean closed;

    private Database(Path file, Optional<Sql> writer, Optional<WriterLock> lock) {
        this.file = file;
        this.writer = writer;
        this.lock = lock;
        for (int n = 0; n < READERS; n++) {
            readers.add(Optional.empty()); // opened when first needed
        }
    }

    static Database writing(Path file, Sql writer, WriterLock lock) {
        return new Database(file, Optional.of(writer), Optional.of(lock));
    }

    static Database reading(Path file) {
        return new Database(file, Optional.empty(), Optional.empty());
    }

    private static ScheduledThreadPoolExecutor writerThread() {
        var thread =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> Thread.ofPlatform().name("store-writer").daemon().unstarted(task));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
    }

    /// What is done with a connection.
    @FunctionalInterface
    public interface Work<T> {
        T run(Sql sql) throws StoreException;
    }

    public Path file() {
        return file;
    }

    /// Whether this process may change it.
    public boolean isWritable() {
        return lock.isPresent();
    }

    /// Reads one state of the file, whatever is written meanwhile.
    public <T> T read(Work<T> work) throws StoreException {
        if (closed) {
            throw new StoreException(StoreFault.CLOSED, "");
        }
        Optional<Sql> taken = take();
        try {
            Sql sql = taken.isPresent() ? taken.get() : Connections.reader(file);
            taken = Optional.of(sql);
            sql.script(List.of("BEGIN"));
            try {
                return work.run(sql);
            } finally {
                Migrations.rollBack(sql); // nothing was written
            }
        } finally {
            readers.add(taken);
        }
    }

    private Optional<Sql> take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return readers.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Changes the file in one transaction.
    public <T> T write(Work<T> work) throws StoreException {
        return onWriter(() -> inTransaction(work));
    }

    /// Runs what must not be in a transaction, on the connection that writes.
    public <T> T maintain(Work<T> work) throws StoreException {
        return onWriter(() -> work.run(connection()));
    }

    /// As a task of the writer thread.
    private interface Task<T> {
        T run() throws StoreException;
    }

    /// Waits to the end even when interrupted: whether a stroke is saved must be known.
    private <T> T onWriter(Task<T> task) throws StoreException {
        if (lock.isEmpty()) {
            throw new StoreException(StoreFault.READ_ONLY, "");
        }
        Future<T> future;
        try {
            future = thread.submit(task::run);
        } catch (RejectedExecutionException e) {
            var closing = new StoreException(StoreFault.CLOSED, "");
            closing.initCause(e);
            throw closing;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StoreException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T inTransaction(Work<T> work) throws StoreException {
        if (damaged) {
            throw new StoreException(StoreFault.DAMAGED, "");
        }
        Sql sql = connection();
        boolean done = false;
        try {
            sql.script(List.of("BEGIN IMMEDIATE"));
            T result = work.run(sql);
            sql.script(List.of("COMMIT"));
            done = true;
            tidyWhenIdle();
            return result;
        } catch (StoreException e) {
            after(e);
            throw e;
        } finally {
            if (!done && writer.isPresent()) {
                Migrations.rollBack(sql);
            }
        }
    }

    private Sql connection() throws StoreException {
        if (writer.isEmpty()) {
            writer = Optional.of(Connections.writer(file));
        }
        return writer.get();
    }

    /// After a failing disk a connection begins anew, for what it keeps in memory may not be what is stored.
    private void after(StoreException e) {
        switch (e.fault()) {
            case FULL, IO, NOT_A_DATABASE, READ_ONLY -> dropWriter();
            case DAMAGED -> damaged = true;
            case BUSY, REFUSED, CLOSED -> {}
        }
    }

    private void dropWriter() {
        if (writer.isPresent()) {
            Sql sql = writer.get();
            writer = Optional.empty();
            Migrations.rollBack(sql);
            close(sql);
        }
    }

    private void tidyWhenIdle() {
        tidying.ifPresent(task -> task.cancel(false));
        if (!thread.isShutdown()) {
            tidying = Optional.of(thread.schedule(this::tidy, IDLE_MS, TimeUnit.MILLISECONDS));
        }
    }

    /// Moves what the log holds into the file.
    private void tidy() {
        try {
            connection().texts("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (StoreException e) {
            LOG.warn("the log stays as it is", e);
            after(e);
        }
    }

    private static void close(Sql sql) {
        try {
            sql.close();
        } catch (SQLException e) {
            LOG.warn("a connection did not close", e);
        }
    }

    /// Waits for what is being written and read.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        thread.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = thread.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        for (int n = 0; n < READERS; n++) {
            take().ifPresent(Database::close);
        }
        writer.ifPresent(Database::close);
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            LOG.warn("a lock did not open", e);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
