// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.overread.app.desktop.reading.compare.Links;
import org.overread.viewer.volume.FrameOfReference;
import org.overread.viewer.volume.PatientTransform;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a person said of frames of reference, in a small JSON file beside the findings: it names frames and so does not
/// belong among settings, which people send to each other. FX thread, but for the writing.
public final class LinkFile {
    private static final Logger LOG = LoggerFactory.getLogger(LinkFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Executor io;
    private CompletableFuture<?> saving = CompletableFuture.completedFuture(null);

    public LinkFile(Path file, Executor io) {
        this.file = file;
        this.io = io;
    }

    /// Brings the links of last time back, and keeps every change from now on.
    public void keep(Links links) {
        links.restore(load());
        links.recorded()
                .addListener((_, _, now) -> saving = saving.thenRunAsync(() -> save(now), io));
    }

    private List<Registration> load() {
        try {
            var all = new ArrayList<Registration>();
            JSON.readTree(Files.readAllBytes(file))
                    .path("links")
                    .valueStream()
                    .forEach(one -> read(one).ifPresent(all::add));
            return all;
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException | JacksonException e) { // a person links again in two clicks
            LOG.warn("the links of last time were not read: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }

    private void save(List<Registration> links) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode all = root.putArray("links");
        for (Registration link : links) {
            ObjectNode node = all.addObject();
            node.put("name", link.name());
            write(link.from(), node.putObject("from"));
            write(link.to(), node.putObject("to"));
            ArrayNode map = node.putArray("map");
            PatientTransform t = link.transform();
            for (PatientVector v : List.of(t.x(), t.y(), t.z(), t.shift())) {
                map.add(v.x()).add(v.y()).add(v.z());
            }
        }
        try {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(written, JSON.writeValueAsBytes(root));
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("the links were not kept: {}", e.getClass().getSimpleName());
        }
    }

    private static void write(FrameOfReference frame, ObjectNode node) {
        switch (frame) {
            case FrameOfReference.Named(String uid) -> node.put("uid", uid);
            case FrameOfReference.Unnamed(String owner) -> node.put("owner", owner);
        }
    }

    private static Optional<Registration> read(JsonNode node) {
        double[] map =
                node.path("map").valueStream().mapToDouble(n -> n.asDouble(Double.NaN)).toArray();
        Optional<FrameOfReference> from = frame(node.path("from"));
        Optional<FrameOfReference> to = frame(node.path("to"));
        if (map.length != 12 || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        try {
            var transform =
                    new PatientTransform(
                            vector(map, 0), vector(map, 3), vector(map, 6), vector(map, 9));
            return Optional.of(
                    new Registration(
                            node.path("name").asString(""), from.get(), to.get(), transform));
        } catch (IllegalArgumentException _) { // no map of space
            return Optional.empty();
        }
    }

    private static PatientVector vector(double[] map, int at) {
        return new PatientVector(map[at], map[at + 1], map[at + 2]);
    }

    private static Optional<FrameOfReference> frame(JsonNode node) {
        String uid = node.path("uid").asString("");
        String owner = node.path("owner").asString("");
        return uid.isBlank() && owner.isBlank()
                ? Optional.empty()
                : Optional.of(FrameOfReference.of(uid, owner));
    }
}
