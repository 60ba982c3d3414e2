// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.imglib2.img.planar.PlanarImgs;
import org.overread.app.exchange.ImageDigests;
import org.overread.app.exchange.OutgoingReading;
import org.overread.app.store.StoredLabels;
import org.overread.app.store.Terms;
import org.overread.segmentation.mask.Mask;
import org.overread.segmentation.mask.MaskRows;
import org.overread.segmentation.work.Crew;
import org.overread.sync.bundle.bytes.Bytes;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Origin;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.SegmentEntry;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.WorkspaceOpening;
import org.overread.sync.store.audit.Actor;
import org.overread.sync.store.audit.Session;
import org.overread.sync.store.project.Reading;
import org.overread.sync.store.project.SeenVolume;
import org.overread.sync.store.project.Tasks;
import org.overread.sync.trust.SealedKey;
import org.overread.sync.trust.TrustRoot;
import org.overread.viewer.volume.GridSize;
import org.overread.viewer.volume.PatientPoint;
import org.overread.viewer.volume.PatientVector;
import org.overread.viewer.volume.ValueUnit;
import org.overread.viewer.volume.Volume;
import org.overread.viewer.volume.VolumeGeometry;
import org.overread.viewer.volume.Voxels;
import org.overread.viewer.work.CancelToken;

/// An organisation and the workstations of its people, in folders of a test.
public final class SignedWorld {
    public static final String PASSPHRASE = "correct horse";
    private final Path folder;
    private final Ed25519Secret office = secret(2);

    public SignedWorld(Path folder) {
        this.folder = folder;
    }

    private static Ed25519Secret secret(int number) {
        byte[] seed = new byte[32];
        seed[31] = (byte) number;
        return Ed25519Secret.ofSeed(seed);
    }

    /// A file with the organisation's root of trust.
    public Path root() throws IOException, RefusedException {
        Path file = folder.resolve("north.root");
        if (!Files.exists(file)) {
            Ed25519Secret key = secret(1);
            var root =
                    new TrustRoot(
                            1,
                            "north",
                            Instant.parse("2040-01-01T00:00:00Z"),
                            1,
                            List.of(key.key()),
                            List.of(office.key()),
                            List.of(),
                            List.of(),
                            List.of());
            Files.write(file, root.sign(List.of(key)).bytes().toArray());
        }
        return file;
    }

    /// A file with what the office states about a key.
    public Path certificate(SealedKey key, String person, Role... roles)
            throws IOException, RefusedException, SigningException {
        Path of = folder.resolve("office.key");
        Path file = folder.resolve(person + ".certificate");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        try (Pen pen = Pen.of(of, office, "north", "1")) {
            Envelope envelope =
                    pen.sign(
                            new KeyContent.Certificate(
                                    key.key().encoded(),
                                    person,
                                    "North",
                                    List.of(roles),
                                    now.minus(1, ChronoUnit.HOURS),
                                    now.plus(9, ChronoUnit.DAYS)),
                            Pen.About.NOTHING);
            Files.write(file, envelope.bytes().toArray());
        }
        return file;
    }

    /// A workstation whose person has a key that the office vouches for.
    public KeyPlace enrolled(String person, Role... roles)
            throws IOException, RefusedException, SigningException {
        var place = new KeyPlace(folder.resolve(person)).ready();
        place.believe(root());
        SealedKey key = place.ownKey().make(PASSPHRASE.toCharArray(), OwnKey.Factor.NONE);
        place.takeOwn(certificate(key, person, roles));
        return place;
    }

    public Workspace workspace(String person) {
        var session = new Session(new Actor(person, "here", "Overread 1"), Clock.systemUTC());
        return switch (Workspace.open(folder.resolve(person + ".overread"), session)) {
            case WorkspaceOpening.Open(Workspace workspace) -> workspace;
            case WorkspaceOpening other -> throw new IllegalStateException(other.toString());
        };
    }

    public static Volume volume() {
        return new Volume(
                "v",
                "Volume",
                VolumeGeometry.regular(
                        new GridSize(64, 64, 8),
                        new PatientPoint(0, 0, 0),
                        PatientVector.LEFT,
                        PatientVector.POSTERIOR,
                        1,
                        1,
                        2),
                ValueUnit.ARBITRARY,
                new Voxels.UInt16(PlanarImgs.unsignedShorts(64, 64, 8)));
    }

    /// A version with one segment, as this person's work on the volume.
    public static Digest version(Workspace workspace, String reason)
            throws IOException, InterruptedException {
        try (var compute = Executors.newSingleThreadExecutor()) {
            var labels = new StoredLabels(workspace);
            var segment =
                    new SegmentEntry(
                            1,
                            1,
                            "Liver",
                            "liver",
                            Optional.empty(),
                            "#a0522d",
                            "completed",
                            Optional.empty(),
                            Origin.HAND);
            Reading reading = reading(workspace);
            return labels.commit(
                            reading,
                            List.of(
                                    new OutgoingReading.Segment(
                                            box(20 + reason.length(), compute), segment)),
                            new Terms(Optional.empty(), Optional.empty()),
                            reason,
                            compute,
                            1)
                    .id();
        }
    }

    private static Reading reading(Workspace workspace) throws IOException {
        String person = workspace.session().actor().person();
        workspace.projects().open("local", "local");
        Digest volume =
                workspace
                        .volumes()
                        .saw(
                                new SeenVolume(
                                        ImageDigests.of(volume()),
                                        "1.2",
                                        "1.2.3",
                                        "CT",
                                        "regular",
                                        List.of("/nowhere")));
        String word = "r-" + person.toLowerCase(java.util.Locale.ROOT);
        workspace.tasks().add(Tasks.selfAssigned(word, "local", volume, person));
        return workspace.readings().open(word, word);
    }

    /// As wide as it is told.
    private static Mask box(int width, ExecutorService compute) {
        var voxels = new Voxels.UInt16(PlanarImgs.unsignedShorts(64, 64, 8));
        for (int k = 1; k < 6; k++) {
            short[] slice = voxels.slice(k);
            for (int n = 0; n < slice.length; n++) {
                slice[n] = (short) (n % 64 < width && n / 64 < 40 ? 1 : 0);
            }
        }
        return MaskRows.between(voxels.numbers(), 1, 1, Crew.of(compute, new CancelToken()));
    }

    static Bytes bytes(Path file) throws IOException {
        return Bytes.handedOver(Files.readAllBytes(file));
    }
}
