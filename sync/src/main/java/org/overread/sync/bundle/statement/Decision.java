// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// What a person decides about versions. The state of a reading follows from these and is stored nowhere.
public sealed interface Decision extends Content {
    int MOST_VERSIONS = 1024;

    @Override
    default List<Digest> subjects() {
        return buildsUpon();
    }

    /// The author hands in a version.
    record Submit(Digest version) implements Decision {
        @Override
        public Kind kind() {
            return Kind.SUBMIT;
        }

        @Override
        public List<Digest> buildsUpon() {
            return List.of(version);
        }

        @Override
        public void write(FieldWriter out) {
            out.digest("version", version);
        }
    }

    /// What came of a review.
    enum Verdict {
        ACCEPTED,
        /// With the reason, which the heading holds.
        RETURNED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A reviewer accepts or returns a version.
    record Review(Digest version, Verdict verdict) implements Decision {
        @Override
        public Kind kind() {
            return Kind.REVIEW;
        }

        @Override
        public List<Digest> buildsUpon() {
            return List.of(version);
        }

        @Override
        public void write(FieldWriter out) {
            out.digest("version", version).text("verdict", verdict.word());
        }
    }

    /// A senior reader decided between versions; the result is a version whose parents they are.
    record Adjudicate(List<Digest> compared, Digest result) implements Decision {
        public Adjudicate {
            compared = compared.stream().sorted().toList();
        }

        @Override
        public Kind kind() {
            return Kind.ADJUDICATE;
        }

        @Override
        public List<Digest> buildsUpon() {
            var all = new ArrayList<>(compared);
            all.add(result);
            return List.copyOf(all);
        }

        @Override
        public void write(FieldWriter out) {
            out.digests("compared", compared).digest("result", result);
        }
    }

    /// Versions are given out for use.
    record Release(String name, List<Digest> versions) implements Decision {
        public Release {
            versions = versions.stream().sorted().toList();
        }

        @Override
        public Kind kind() {
            return Kind.RELEASE;
        }

        @Override
        public List<Digest> buildsUpon() {
            return versions;
        }

        @Override
        public void write(FieldWriter out) {
            out.text("name", name).digests("versions", versions);
        }
    }

    /// A statement no longer holds; it stays where it is.
    record Withdraw(Digest statement) implements Decision {
        @Override
        public Kind kind() {
            return Kind.WITHDRAW;
        }

        @Override
        public List<Digest> buildsUpon() {
            return List.of(statement);
        }

        @Override
        public void write(FieldWriter out) {
            out.digest("statement", statement);
        }
    }

    /// When readings were opened to each other.
    enum Moment {
        /// After all were handed in.
        AFTER_SUBMIT,
        /// Before that; needs two signatures and a reason.
        EARLY;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Readers may see each other's versions from here on.
    record Unblind(List<Digest> versions, Moment moment) implements Decision {
        public Unblind {
            versions = versions.stream().sorted().toList();
        }

        @Override
        public Kind kind() {
            return Kind.UNBLIND;
        }

        @Override
        public List<Digest> buildsUpon() {
            return versions;
        }

        @Override
        public void write(FieldWriter out) {
            out.digests("versions", versions).text("moment", moment.word());
        }
    }

    static Submit readSubmit(FieldReader in) throws RefusedException {
        return new Submit(in.digest("version"));
    }

    static Review readReview(FieldReader in) throws RefusedException {
        return new Review(
                in.digest("version"), in.oneOf("verdict", Verdict.values(), Verdict::word));
    }

    static Adjudicate readAdjudicate(FieldReader in) throws RefusedException {
        var read =
                new Adjudicate(
                        in.digests("compared", 2, Version.MOST_PARENTS), in.digest("result"));
        if (read.compared().contains(read.result())) {
            throw new RefusedException(StatementFault.PARENTS, "result");
        }
        return read;
    }

    static Release readRelease(FieldReader in) throws RefusedException {
        return new Release(in.word("name"), in.digests("versions", 1, MOST_VERSIONS));
    }

    static Withdraw readWithdraw(FieldReader in) throws RefusedException {
        return new Withdraw(in.digest("statement"));
    }

    static Unblind readUnblind(FieldReader in) throws RefusedException {
        return new Unblind(
                in.digests("versions", 1, MOST_VERSIONS),
                in.oneOf("moment", Moment.values(), Moment::word));
    }
}
