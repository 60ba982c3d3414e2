// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.overread.sync.store.Sample.READING;
import static org.overread.sync.store.Sample.digest;
import static org.overread.sync.store.Sample.stroke;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.store.Sample;

final class JournalTest {
    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("w.db");
    }

    @Test
    void reopeningRepeatsEveryStrokeThatEnded() throws IOException {
        try (var workspace = Sample.begun(file)) {
            for (int n = 1; n <= 5; n++) {
                assertEquals(
                        new JournalOutcome.Saved(n), workspace.journal().made(READING, stroke(n)));
            }
        }
        try (var workspace = Sample.open(file)) {
            Reopened reopened = workspace.journal().reopen(READING);
            assertEquals(
                    List.of(stroke(1), stroke(2), stroke(3), stroke(4), stroke(5)),
                    reopened.sinceFolded().stream()
                            .map(JournalEntry.Made.class::cast)
                            .map(JournalEntry.Made::stroke)
                            .toList());
            assertEquals(Optional.empty(), reopened.damaged());
        }
    }

    @Test
    void whatCanBeUndoneAndRedoneIsKnownAgain() throws IOException {
        try (var workspace = Sample.begun(file)) {
            Journal journal = workspace.journal();
            journal.made(READING, stroke(1));
            journal.made(READING, stroke(2));
            journal.undone(READING, digest("state 2"), digest("state 1"));
            Reopened.Steps steps = journal.reopen(READING).steps();
            assertEquals(2, steps.steps().size());
            assertEquals(1, steps.done());

            journal.redone(READING, digest("state 1"), digest("state 2"));
            assertEquals(2, journal.reopen(READING).steps().done());

            journal.undone(READING, digest("state 2"), digest("state 1"));
            journal.made(READING, stroke(2)); // made anew: the old one can no longer be redone
            steps = journal.reopen(READING).steps();
            assertEquals(
                    List.of(1L, 6L), steps.steps().stream().map(JournalEntry::number).toList());
            assertEquals(2, steps.done());
        }
    }

    @Test
    void strokesOnAnotherStateAreNotSaved() throws IOException {
        try (var workspace = Sample.begun(file)) {
            workspace.journal().made(READING, stroke(1));
            assertEquals(
                    new JournalOutcome.OutOfStep(digest("state 1")),
                    workspace.journal().made(READING, stroke(3)));
            assertEquals(1, workspace.journal().reopen(READING).entries().size());
        }
    }

    @Test
    void aFoldedWorkingCopyIsWhereReplayBegins() throws IOException {
        var made = Sample.labels(1, 2);
        var copy = new WorkingCopy(2, Optional.empty(), Sample.statement(made));
        try (var workspace = Sample.begun(file)) {
            workspace.journal().made(READING, stroke(1));
            workspace.journal().made(READING, stroke(2));
            workspace.journal().fold(READING, copy, made.objects());
            workspace.journal().made(READING, stroke(3));
        }
        try (var workspace = Sample.open(file)) {
            Reopened reopened = workspace.journal().reopen(READING);
            assertEquals(Optional.of(copy), reopened.folded());
            assertEquals(
                    List.of(3L),
                    reopened.sinceFolded().stream().map(JournalEntry::number).toList());
            assertEquals(3, reopened.steps().done()); // undo reaches behind the folded ones
            for (var object : made.objects()) {
                assertInstanceOf(
                        Object.class, workspace.objects().find(object.digest()).orElseThrow());
            }
        }
    }

    @Test
    void aRottenStrokeIsNotReplayedNorIsWhatFollows() throws IOException, SQLException {
        try (var workspace = Sample.begun(file)) {
            for (int n = 1; n <= 4; n++) {
                workspace.journal().made(READING, stroke(n));
            }
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER journal_stays");
            statement.execute("UPDATE journal SET parameters='radius 4' WHERE seq=3");
        }
        try (var workspace = Sample.open(file)) {
            Reopened reopened = workspace.journal().reopen(READING);
            assertEquals(2, reopened.entries().size());
            assertEquals(Optional.of(3L), reopened.damaged());
        }
    }
}
