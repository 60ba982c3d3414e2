// SPDX-License-Identifier: Apache-2.0
package org.overread.segmentation.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.overread.segmentation.label.Segment;
import org.overread.segmentation.label.SegmentId;
import org.overread.segmentation.label.SegmentTraits;
import org.overread.segmentation.label.Segments;
import org.overread.segmentation.mask.Mask;

/// An edit as the history keeps it: voxels as packed differences.
record Step(EditOrigin origin, List<Part> parts) {

    /// A change, its voxels packed.
    sealed interface Part {
        record Words(Change change) implements Part {}

        record Packed(SegmentId id, StoredBytes delta) implements Part {}
    }

    static Step of(Edit edit) {
        var parts = new ArrayList<Part>();
        for (Change change : edit.changes()) {
            parts.add(
                    switch (change) {
                        case Change.Voxels(SegmentId id, var blocks) ->
                                new Part.Packed(id, new StoredBytes(VoxelDelta.pack(blocks)));
                        case Change.Traits words -> new Part.Words(words);
                        case Change.Added words -> new Part.Words(words);
                        case Change.Removed words -> new Part.Words(words);
                        case Change.Reordered words -> new Part.Words(words);
                    });
        }
        return new Step(edit.origin(), List.copyOf(parts));
    }

    Segments redo(Segments segments, SpillFile spill) throws IOException {
        Segments state = segments;
        for (Part part : parts) {
            state =
                    switch (part) {
                        case Part.Packed(SegmentId id, StoredBytes delta) ->
                                turn(state, id, delta.read(spill));
                        case Part.Words(Change change) -> forward(state, change);
                    };
        }
        return state;
    }

    Segments undo(Segments segments, SpillFile spill) throws IOException {
        Segments state = segments;
        for (Part part : parts.reversed()) {
            state =
                    switch (part) {
                        case Part.Packed(SegmentId id, StoredBytes delta) ->
                                turn(state, id, delta.read(spill));
                        case Part.Words(Change change) -> backward(state, change);
                    };
        }
        return state;
    }

    private static Segments turn(Segments state, SegmentId id, byte[] delta) {
        Optional<Segment> segment = state.find(id);
        return segment.map(s -> state.withMask(id, VoxelDelta.apply(s.mask(), delta)))
                .orElse(state);
    }

    private static Segments forward(Segments state, Change change) {
        return switch (change) {
            case Change.Traits(SegmentId id, _, SegmentTraits after) -> state.withTraits(id, after);
            case Change.Added(int place, SegmentId id, SegmentTraits traits) ->
                    state.with(place, new Segment(id, traits, Mask.empty(state.size())));
            case Change.Removed(_, SegmentId id, _) -> state.without(id);
            case Change.Reordered(_, List<SegmentId> after) -> ordered(state, after);
            case Change.Voxels _ -> state; // those are packed
        };
    }

    private static Segments backward(Segments state, Change change) {
        return switch (change) {
            case Change.Traits(SegmentId id, SegmentTraits before, _) ->
                    state.withTraits(id, before);
            case Change.Added(_, SegmentId id, _) -> state.without(id);
            case Change.Removed(int place, SegmentId id, SegmentTraits traits) ->
                    state.with(place, new Segment(id, traits, Mask.empty(state.size())));
            case Change.Reordered(List<SegmentId> before, _) -> ordered(state, before);
            case Change.Voxels _ -> state;
        };
    }

    private static Segments ordered(Segments state, List<SegmentId> order) {
        return new Segments(
                state.size(), order.stream().flatMap(id -> state.find(id).stream()).toList());
    }
}
