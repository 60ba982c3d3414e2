// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.store.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.overread.sync.store.Sample;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.care.Backup;
import org.overread.sync.store.care.CheckReport;
import org.overread.sync.store.care.Checkup;
import org.overread.sync.store.db.Copying;
import org.overread.sync.store.journal.JournalEntry;
import org.overread.sync.store.version.StoredVersion;

/// What the store has said is saved, and whether it is.
final class Told {
    private final TreeMap<Long, String> strokes = new TreeMap<>();
    private final Set<String> versions = new HashSet<>();
    private final Set<String> backups = new HashSet<>();
    private final List<String> surprises = new ArrayList<>();

    void add(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "S" -> strokes.put(Long.parseLong(words[1]), words[2]);
            case "U" -> strokes.put(Long.parseLong(words[1]), "");
            case "V" -> versions.add(words[1]);
            case "B" -> backups.add(words[1]);
            case "X" -> surprises.add(line);
            default -> {}
        }
    }

    /// What is wrong with a workspace after a fault.
    record Verdict(int strokesLost, int versionsLost, List<String> wrong, int told) {
        Verdict {
            wrong = List.copyOf(wrong);
        }

        boolean isGood() {
            return strokesLost == 0 && versionsLost == 0 && wrong.isEmpty();
        }
    }

    Verdict judge(Path file) throws IOException {
        var wrong = new ArrayList<>(surprises);
        var gone = new HashSet<>(backups);
        for (Path copy : Backup.list(file.resolveSibling("backups"))) {
            gone.remove(copy.getFileName().toString());
            if (!Copying.inspect(copy, Checkup::full).isSound()) {
                wrong.add("half a backup");
            }
        }
        gone.forEach(name -> wrong.add("no backup " + name));
        switch (Workspace.open(file, Sample.session())) {
            case WorkspaceOpening.Open(Workspace workspace) -> {
                try (workspace) {
                    return judge(workspace, wrong);
                }
            }
            case WorkspaceOpening.ReadOnly(_, String owner) -> wrong.add("read-only " + owner);
            case WorkspaceOpening.Damaged(List<String> findings) ->
                    wrong.add("damaged " + findings);
            case WorkspaceOpening.Refused(_, String sentence) -> wrong.add("refused " + sentence);
        }
        return new Verdict(0, 0, wrong, strokes.size() + versions.size());
    }

    private Verdict judge(Workspace workspace, List<String> wrong) throws IOException {
        CheckReport check = Checkup.full(workspace.database());
        check.findings().forEach(finding -> wrong.add(finding.sentence()));
        int told = strokes.size() + versions.size();
        if (workspace.readings().find(Sample.READING).isEmpty()) {
            return new Verdict(strokes.size(), versions.size(), wrong, told);
        }
        var entries = workspace.journal().reopen(Sample.READING).entries();
        int lost = 0;
        for (var stroke : strokes.entrySet()) {
            boolean there =
                    stroke.getKey() <= entries.size()
                            && digest(entries.get((int) (stroke.getKey() - 1)))
                                    .equals(stroke.getValue());
            lost += there ? 0 : 1;
        }
        Set<String> known =
                workspace.versions().of(Sample.READING).stream()
                        .map(StoredVersion::id)
                        .map(id -> id.hex())
                        .collect(Collectors.toSet());
        int versionsLost = (int) versions.stream().filter(v -> !known.contains(v)).count();
        return new Verdict(lost, versionsLost, wrong, told);
    }

    private static String digest(JournalEntry entry) {
        return entry instanceof JournalEntry.Made made ? made.stroke().voxels().digest().hex() : "";
    }

    int strokes() {
        return strokes.size();
    }

    int backups() {
        return backups.size();
    }

    int versions() {
        return versions.size();
    }
}
