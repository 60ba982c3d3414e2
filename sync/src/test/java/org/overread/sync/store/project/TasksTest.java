// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;

final class TasksTest {
    @TempDir private Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Sample.begun(folder.resolve("w.db"));
        Digest volume = workspace.tasks().list().getFirst().volume();
        for (String key : List.of("a", "b")) {
            workspace
                    .tasks()
                    .add(
                            Tasks.selfAssigned(key, "liver", volume, "r01")
                                    .withState(TaskState.TO_DO));
        }
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<String> keys(String reader) throws IOException {
        return workspace.tasks().of(reader).stream().map(ReadTask::key).toList();
    }

    @Test
    void theMoreUrgentTaskComesFirstAndWhatItWasBeforeStaysKnown() throws IOException {
        workspace.tasks().assign("b", "r01", 3);
        assertEquals(List.of("b", "task-reading-1", "a"), keys("r01"));
        assertEquals(3, workspace.tasks().find("b").orElseThrow().priority());
        var entry = workspace.audit().entries().getLast();
        assertEquals("task assigned", entry.action());
        assertEquals("r01, priority 0", entry.before());
        assertEquals("r01, priority 3", entry.after());
        int entries = workspace.audit().entries().size();
        workspace.tasks().assign("b", "r01", 3); // nothing changes
        assertEquals(entries, workspace.audit().entries().size());
    }

    @Test
    void aTaskGoesOverToAnotherReaderUntilSomebodyHasBegunIt() throws IOException {
        workspace.tasks().assign("a", "r02", 1);
        assertEquals(List.of("a"), keys("r02"));
        assertEquals(List.of("task-reading-1", "b"), keys("r01"));
        assertEquals(
                new Tasks.Assigned.Begun("r01"),
                workspace.tasks().assign("task-reading-1", "r02", 5));
        assertEquals(List.of("a"), keys("r02"));
        assertEquals(
                Map.of(TaskState.TO_DO, 2, TaskState.IN_PROGRESS, 1),
                workspace.tasks().progress("liver"));
    }
}
