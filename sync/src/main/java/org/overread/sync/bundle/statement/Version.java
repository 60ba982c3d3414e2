// SPDX-License-Identifier: Apache-2.0
package org.overread.sync.bundle.statement;

import java.util.List;
import java.util.Optional;
import org.overread.sync.bundle.bytes.Digest;
import org.overread.sync.bundle.json.CanonicalJson;
import org.overread.sync.bundle.json.FieldReader;
import org.overread.sync.bundle.json.FieldWriter;
import org.overread.sync.bundle.json.JsonValue;
import org.overread.sync.refusal.RefusedException;
import org.overread.sync.refusal.StatementFault;

/// An immutable snapshot of a reading: layers, and under what they were made. Versions form a directed graph without
/// cycles, since a version names its parents by digest.
///
/// @param reading names one person's work on one series for one task
/// @param parents versions that this one continues, ascending; none for the first, two or more where readings were joined
/// @param activeSeconds how long the reader worked since the parents
public record Version(
        String reading,
        Optional<String> task,
        ImageBinding image,
        List<Layer> layers,
        List<Digest> parents,
        Reference guideline,
        Reference ontology,
        long activeSeconds)
        implements Content {
    public static final int MOST_PARENTS = 16;
    private static final int MOST_LAYERS = 64;
    private static final long LONGEST_SECONDS = 1L << 32;

    public Version {
        layers = List.copyOf(layers);
        parents = parents.stream().sorted().toList();
        if (parents.size() > MOST_PARENTS || parents.stream().distinct().count() < parents.size()) {
            throw new IllegalArgumentException("parents are at most 16, none twice");
        }
    }

    @Override
    public Kind kind() {
        return Kind.VERSION;
    }

    /// The digest over the layers: versions with equal labels have it in common.
    @Override
    public List<Digest> subjects() {
        return List.of(CanonicalJson.write(layersJson()).digest());
    }

    @Override
    public List<Digest> buildsUpon() {
        return parents;
    }

    private JsonValue.Items layersJson() {
        return JsonValue.items(layers.stream().map(Layer::write).toList());
    }

    @Override
    public void write(FieldWriter out) {
        out.text("reading", reading)
                .optionalText("task", task)
                .put("image", image.write())
                .put("layers", layersJson())
                .digests("parents", parents)
                .put("guideline", guideline.write())
                .put("ontology", ontology.write())
                .whole("activeSeconds", activeSeconds);
    }

    static Version read(FieldReader in) throws RefusedException {
        return new Version(
                in.word("reading"),
                in.optionalWord("task"),
                in.of("image", ImageBinding::read),
                layers(in),
                in.digests("parents", 0, MOST_PARENTS),
                in.of("guideline", Reference::read),
                in.of("ontology", Reference::read),
                in.whole("activeSeconds", 0, LONGEST_SECONDS));
    }

    /// All of one size, since all lie on the grid of the same images.
    private static List<Layer> layers(FieldReader in) throws RefusedException {
        List<Layer> layers = in.listOf("layers", 0, MOST_LAYERS, Layer::read);
        for (Layer layer : layers) {
            if (!layer.shape().hasSizeOf(layers.getFirst().shape())) {
                throw new RefusedException(StatementFault.LAYERS, "layers");
            }
        }
        return layers;
    }
}
