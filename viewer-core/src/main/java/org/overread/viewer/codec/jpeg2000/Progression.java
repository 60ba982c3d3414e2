// SPDX-License-Identifier: Apache-2.0
package org.overread.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.overread.viewer.codec.picture.BrokenPictureException;

/// An order of packets over a range of resolutions, components and layers; the upper ends are outside.
record Progression(
        Order order,
        int firstResolution,
        int resolutionEnd,
        int firstComponent,
        int componentEnd,
        int layerEnd) {

    /// As numbered in COD: by layer, resolution, component and position in different nestings.
    enum Order {
        LRCP,
        RLCP,
        RPCL,
        PCRL,
        CPRL;

        private static final List<Order> ALL = List.of(values());

        /// By its number, 0 to 4.
        static Order of(int number) {
            return ALL.get(number);
        }
    }

    private static final Comparator<Precinct> BY_PLACE =
            Comparator.comparingLong(Precinct::gridY).thenComparingLong(Precinct::gridX);
    private static final Comparator<Precinct> BY_RESOLUTION =
            Comparator.comparingInt(Precinct::resolution);
    private static final Comparator<Precinct> BY_COMPONENT =
            Comparator.comparingInt(Precinct::component);
    private static final Comparator<Precinct> BY_INDEX = Comparator.comparingInt(Precinct::index);

    /// Hands over packets until all are read or the bytes end.
    void read(List<Precinct> all, PacketReader packets) throws BrokenPictureException {
        List<Precinct> chosen = new ArrayList<>();
        for (Precinct precinct : all) {
            if (precinct.resolution() >= firstResolution
                    && precinct.resolution() < resolutionEnd
                    && precinct.component() >= firstComponent
                    && precinct.component() < componentEnd) {
                chosen.add(precinct);
            }
        }
        switch (order) {
            case LRCP -> {
                chosen.sort(BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX));
                readByLayers(chosen, packets);
            }
            case RLCP -> {
                chosen.sort(BY_RESOLUTION.thenComparing(BY_COMPONENT).thenComparing(BY_INDEX));
                for (int from = 0; from < chosen.size(); ) {
                    int to = from;
                    int resolution = chosen.get(from).resolution();
                    while (to < chosen.size() && chosen.get(to).resolution() == resolution) {
                        to++;
                    }
                    readByLayers(chosen.subList(from, to), packets);
                    from = to;
                }
            }
            case RPCL -> {
                chosen.sort(
                        BY_RESOLUTION
                                .thenComparing(BY_PLACE)
                                .thenComparing(BY_COMPONENT)
                                .thenComparing(BY_INDEX));
                readEach(chosen, packets);
            }
            case PCRL -> {
                chosen.sort(
                        BY_PLACE.thenComparing(BY_COMPONENT)
                                .thenComparing(BY_RESOLUTION)
                                .thenComparing(BY_INDEX));
                readEach(chosen, packets);
            }
            case CPRL -> {
                chosen.sort(
                        BY_COMPONENT
                                .thenComparing(BY_PLACE)
                                .thenComparing(BY_RESOLUTION)
                                .thenComparing(BY_INDEX));
                readEach(chosen, packets);
            }
        }
    }

    private void readByLayers(List<Precinct> chosen, PacketReader packets)
            throws BrokenPictureException {
        if (chosen.isEmpty()) {
            return;
        }
        for (int layer = 0; layer < layerEnd; layer++) {
            for (Precinct precinct : chosen) {
                packets.read(precinct, layer);
            }
        }
    }

    private void readEach(List<Precinct> chosen, PacketReader packets)
            throws BrokenPictureException {
        for (Precinct precinct : chosen) {
            for (int layer = 0; layer < layerEnd; layer++) {
                packets.read(precinct, layer);
            }
        }
    }
}
