// SPDX-License-Identifier: Apache-2.0
package org.overread.app.sign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.envelope.Ed25519Secret;
import org.overread.sync.bundle.envelope.Envelope;
import org.overread.sync.bundle.statement.Content;
import org.overread.sync.bundle.statement.Decision;
import org.overread.sync.bundle.statement.Heading;
import org.overread.sync.bundle.statement.KeyContent;
import org.overread.sync.bundle.statement.Kind;
import org.overread.sync.bundle.statement.Meaning;
import org.overread.sync.bundle.statement.Role;
import org.overread.sync.bundle.statement.Statement;
import org.overread.sync.bundle.statement.Version;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.store.Workspace;
import org.overread.sync.store.version.StoredVersion;
import org.overread.sync.trust.CertifiedKeys;
import org.overread.sync.trust.Permission;
import org.overread.sync.trust.TrustRoot;

/// What a person may sign about a version of the workspace, and signing it. Blocks.
public final class VersionSigning {
    private final Workspace workspace;
    private final KeyPlace place;
    private final String program;

    /// @param program this program's version
    public VersionSigning(Workspace workspace, KeyPlace place, String program) {
        this.workspace = workspace;
        this.place = place;
        this.program = program;
    }

    /// What a person wants to say.
    ///
    /// @param verdict of a review
    /// @param name of a release
    public record Wish(Meaning meaning, Decision.Verdict verdict, String name, String reason) {
        public static Wish of(Meaning meaning, String reason) {
            return new Wish(meaning, Decision.Verdict.ACCEPTED, "", reason);
        }
    }

    /// Every version with what was signed about it.
    public List<Line> lines() throws SigningException {
        try {
            var lines = new ArrayList<Line>();
            for (var reading : workspace.readings().list()) {
                for (StoredVersion version : workspace.versions().of(reading.key())) {
                    lines.add(new Line(version, signatures(version.id())));
                }
            }
            lines.sort(
                    Comparator.comparing((Line line) -> line.version().moment().utc())
                            .thenComparingInt(line -> line.version().number())
                            .reversed());
            return lines;
        } catch (IOException e) {
            throw new SigningException("The workspace could not be read.", e);
        }
    }

    /// A version and its signatures.
    public record Line(StoredVersion version, List<Signature> signatures) {
        public Line {
            signatures = List.copyOf(signatures);
        }
    }

    /// Who signed what about a version; each signature is checked now.
    public List<Signature> signatures(Digest version) throws SigningException {
        List<Envelope> envelopes = place.signed().of(version);
        if (envelopes.isEmpty()) {
            return List.of();
        }
        CertifiedKeys keys = place.keys(place.requireRoot());
        return envelopes.stream().map(envelope -> Signature.of(envelope, keys)).toList();
    }

    /// What can be said about a version, and why not where it cannot; nothing for an empty reason.
    public Map<Meaning, String> obstacles(Digest version) throws SigningException {
        Map<Meaning, String> obstacles = new EnumMap<>(Meaning.class);
        for (Meaning meaning :
                List.of(
                        Meaning.AUTHOR,
                        Meaning.SUBMIT,
                        Meaning.REVIEW,
                        Meaning.ADJUDICATE,
                        Meaning.RELEASE)) {
            obstacles.put(meaning, obstacle(version, meaning));
        }
        return obstacles;
    }

    private String obstacle(Digest version, Meaning meaning) throws SigningException {
        KeyPlace.Identity me = place.look();
        if (me.key().isEmpty()) {
            return "You have no key yet.";
        }
        if (me.certificate().isEmpty()) {
            return "No office has vouched for your key yet.";
        }
        KeyContent.Certificate mine = me.certificate().get();
        var roles = Permission.rolesFor(kind(meaning));
        if (mine.roles().stream().noneMatch(roles::contains)) {
            return "Your certificate names you as %s; this needs %s."
                    .formatted(words(mine.roles()), words(List.copyOf(roles)));
        }
        Optional<Signed> signed = signed(version);
        boolean own = signed.filter(s -> s.isBy(mine)).isPresent();
        return switch (meaning) {
            case AUTHOR -> signed.isEmpty() ? "" : "Its author has signed it already.";
            case SUBMIT -> signed.isEmpty() || own ? "" : "It is somebody else's version.";
            case REVIEW ->
                    signed.isEmpty()
                            ? "Its author has not signed it."
                            : own ? "Nobody reviews their own version." : "";
            case ADJUDICATE -> {
                if (signed.isPresent() && !own) {
                    yield "The decision is a version of your own.";
                }
                List<Digest> compared = signedParents(version);
                yield compared.size() < 2
                        ? "It does not continue two or more signed versions."
                        : "";
            }
            case RELEASE -> signed.isEmpty() ? "Its author has not signed it." : "";
            case WITHDRAW, UNBLIND, ENROL, ROTATE, REVOKE, GUIDELINE, POLICY -> "Not here.";
        };
    }

    private static Kind kind(Meaning meaning) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.meaning() == meaning)
                .findFirst()
                .orElseThrow();
    }

    private static String words(List<Role> roles) {
        return String.join(
                " or ", roles.stream().map(role -> role.word().replace('-', ' ')).toList());
    }

    private record Signed(Digest id, Statement statement, Optional<CertifiedKeys.Certified> by) {
        boolean isBy(KeyContent.Certificate person) {
            return by.filter(
                            one ->
                                    one.certificate().person().equals(person.person())
                                            && one.certificate().site().equals(person.site()))
                    .isPresent();
        }
    }

    private Optional<Signed> signed(Digest version) throws SigningException {
        Optional<Digest> id = place.signed().idOf(version);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        CertifiedKeys keys = place.keys(place.requireRoot());
        for (Envelope envelope : place.signed().of(version)) {
            Optional<Statement> statement = SignedVersions.statement(envelope);
            if (statement.isPresent() && statement.get().id().equals(id.get())) {
                return Optional.of(
                        new Signed(
                                id.get(),
                                statement.get(),
                                keys.certified(statement.get().heading().author())));
            }
        }
        return Optional.empty();
    }

    /// Signs what a person wishes with the key that the passphrase opens; the author's statement comes first where it is
    /// not there yet. The passphrase is overwritten.
    public void sign(Digest version, Wish wish, char[] passphrase) throws SigningException {
        String obstacle = obstacle(version, wish.meaning());
        if (!obstacle.isEmpty()) {
            throw new SigningException(obstacle);
        }
        TrustRoot root = place.requireRoot();
        OwnKey own = place.ownKey();
        try (Ed25519Secret secret = own.open(passphrase);
                Pen pen = Pen.of(own.file(), secret, root.tenant(), program)) {
            Optional<Signed> before = signed(version);
            Pen.About about = about(version, before).withReason(wish.reason());
            Digest id =
                    before.isPresent()
                            ? before.get().id()
                            : put(
                                    version,
                                    pen.sign(content(version), about.withMore(more(version))));
            Optional<Content> more = decision(version, id, wish);
            if (more.isPresent()) {
                put(version, pen.sign(more.get(), about));
            }
        } catch (RefusedException e) {
            throw SigningException.refused(own.file(), e);
        } catch (IOException e) {
            throw new SigningException("The workspace could not be read.", e);
        }
    }

    private Digest put(Digest version, Envelope envelope) throws SigningException {
        place.ready();
        place.signed().add(version, envelope);
        return envelope.payload().digest();
    }

    private Optional<Content> decision(Digest version, Digest id, Wish wish)
            throws SigningException {
        return switch (wish.meaning()) {
            case AUTHOR -> Optional.empty();
            case SUBMIT -> Optional.of(new Decision.Submit(id));
            case REVIEW -> Optional.of(new Decision.Review(id, wish.verdict()));
            case ADJUDICATE -> Optional.of(new Decision.Adjudicate(signedParents(version), id));
            case RELEASE -> Optional.of(new Decision.Release(wish.name(), List.of(id)));
            case WITHDRAW, UNBLIND, ENROL, ROTATE, REVOKE, GUIDELINE, POLICY ->
                    throw new IllegalArgumentException("not about one version: " + wish.meaning());
        };
    }

    /// The draft's content, continuing what was signed of its ancestors.
    private Version content(Digest version) throws SigningException, IOException {
        Version draft = draft(version);
        return new Version(
                draft.reading(),
                draft.task(),
                draft.image(),
                draft.layers(),
                signedParents(version),
                draft.guideline(),
                draft.ontology(),
                draft.activeSeconds());
    }

    /// What the draft says beside its labels, such as findings, is signed with them.
    private Optional<Heading.More> more(Digest version) throws IOException {
        return workspace
                .versions()
                .statement(version)
                .flatMap(statement -> statement.heading().more());
    }

    private Version draft(Digest version) throws SigningException, IOException {
        Statement statement =
                workspace
                        .versions()
                        .statement(version)
                        .orElseThrow(() -> new SigningException("The version is not there."));
        if (statement.content() instanceof Version draft) {
            return draft;
        }
        throw new SigningException("That is no version.");
    }

    /// The nearest signed versions that a version continues: drafts in between were never shown to anybody.
    List<Digest> signedParents(Digest version) throws SigningException {
        try {
            var found = new TreeSet<Digest>();
            follow(draft(version), found);
            return found.stream().limit(Version.MOST_PARENTS).toList();
        } catch (IOException e) {
            throw new SigningException("The workspace could not be read.", e);
        }
    }

    private void follow(Version from, Set<Digest> found) throws SigningException, IOException {
        for (Digest parent : from.parents()) {
            Optional<Digest> signed = place.signed().idOf(parent);
            if (signed.isPresent()) {
                found.add(signed.get());
            } else {
                follow(draft(parent), found);
            }
        }
    }

    /// The case and the project of what is built upon.
    private Pen.About about(Digest version, Optional<Signed> before) throws SigningException {
        Optional<Heading> heading = before.map(signed -> signed.statement().heading());
        if (heading.isEmpty()) {
            Map<Digest, Envelope> all = place.signed().all();
            for (Digest parent : signedParents(version)) {
                Envelope envelope = all.get(parent);
                if (envelope != null && heading.isEmpty()) {
                    heading = SignedVersions.statement(envelope).map(Statement::heading);
                }
            }
        }
        return new Pen.About(
                heading.flatMap(Heading::casePseudonym),
                heading.flatMap(Heading::project),
                Optional.empty());
    }
}
