// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A grid of panes that a person chose: how many beside and below one another, and what each shows, row by row.
///
/// @param step how far apart the slices of its light box are
/// @param plane the plane of its light box
public record PaneGrid(int columns, int rows, List<Cell> cells, FilmStep step, ViewPlane plane) {
    /// More of them are too small to be read.
    public static final int MOST = 4;

    public static final PaneGrid FIRST = planes(3, 2, 1);

    /// What a pane can show.
    public enum Kind {
        AXIAL("axial"),
        CORONAL("coronal"),
        SAGITTAL("sagittal"),
        /// The body in three dimensions.
        SOLID("3D"),
        /// The next slice of the light box.
        FILM("light box");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /// The plane that has a pane of its own.
        public Optional<ViewPlane> plane() {
            return switch (this) {
                case AXIAL -> Optional.of(ViewPlane.AXIAL);
                case CORONAL -> Optional.of(ViewPlane.CORONAL);
                case SAGITTAL -> Optional.of(ViewPlane.SAGITTAL);
                case SOLID, FILM -> Optional.empty();
            };
        }
    }

    /// What one pane shows; `series` is 0 for the column A, whose body alone is there in three dimensions.
    public record Cell(int series, Kind kind) {
        public Cell {
            if (series < 0 || series >= MOST || (kind == Kind.SOLID && series > 0)) {
                throw new IllegalArgumentException("no %s of series %d".formatted(kind, series));
            }
        }
    }

    public PaneGrid {
        cells = List.copyOf(cells);
        boolean fits = columns >= 1 && rows >= 1 && columns <= MOST && rows <= MOST;
        if (!fits || cells.size() != columns * rows) {
            throw new IllegalArgumentException(
                    "%d x %d panes of %d".formatted(columns, rows, cells.size()));
        }
        if (!areApart(cells)) {
            throw new IllegalArgumentException("twice in one grid: " + cells);
        }
    }

    /// All but slices of the light box have one place only.
    private static boolean areApart(List<Cell> cells) {
        var seen = new HashSet<Cell>();
        return cells.stream().allMatch(cell -> cell.kind() == Kind.FILM || seen.add(cell));
    }

    /// The three planes, then the next of `series` series, then slices next to one another.
    public static PaneGrid planes(int columns, int rows, int series) {
        var cells = new ArrayList<Cell>();
        for (Kind kind : List.of(Kind.AXIAL, Kind.CORONAL, Kind.SAGITTAL)) {
            cells.add(new Cell(0, kind));
        }
        for (int next = 1; next < Math.min(series, MOST); next++) {
            cells.add(new Cell(next, Kind.AXIAL));
        }
        while (cells.size() < columns * rows) {
            cells.add(new Cell(0, Kind.FILM));
        }
        List<Cell> room = cells.subList(0, columns * rows);
        return new PaneGrid(columns, rows, room, FilmStep.ONE, ViewPlane.AXIAL);
    }

    /// A light box: all panes show slices of one series.
    public static PaneGrid film(int columns, int rows, FilmStep step, ViewPlane plane) {
        var cells = Collections.nCopies(columns * rows, new Cell(0, Kind.FILM));
        return new PaneGrid(columns, rows, cells, step, plane);
    }

    /// With a light box in all panes, for what has one plane only.
    public PaneGrid filmOnly() {
        return film(columns, rows, step, plane);
    }

    public PaneGrid withFilm(FilmStep newStep, ViewPlane newPlane) {
        return new PaneGrid(columns, rows, cells, newStep, newPlane);
    }

    /// With something else in one pane. What has one place only comes from there: the two change places.
    public PaneGrid with(int index, Cell wanted) {
        var changed = new ArrayList<>(cells);
        int there = wanted.kind() == Kind.FILM ? -1 : cells.indexOf(wanted);
        if (there >= 0) {
            Collections.swap(changed, index, there);
        } else {
            changed.set(index, wanted);
        }
        return new PaneGrid(columns, rows, changed, step, plane);
    }

    /// With a place for a further series, in the first pane that shows but one slice more; empty where there is none.
    public Optional<PaneGrid> withSeries(int series) {
        if (cells.stream().anyMatch(cell -> cell.series() == series)) {
            return Optional.of(this);
        }
        int free = cells.indexOf(new Cell(0, Kind.FILM));
        return free < 0 || isFilm()
                ? Optional.empty()
                : Optional.of(with(free, new Cell(series, Kind.AXIAL)));
    }

    /// Whether it shows slices of one series and nothing else.
    public boolean isFilm() {
        return cells.stream().allMatch(cell -> cell.equals(new Cell(0, Kind.FILM)));
    }

    /// How many panes the light box of a series has.
    public int films(int series) {
        return Collections.frequency(cells, new Cell(series, Kind.FILM));
    }

    /// Whether a series beside the first has a place.
    public boolean compares() {
        return cells.stream().anyMatch(cell -> cell.series() > 0);
    }

    /// Columns and rows, as a person says them.
    public String words() {
        return words(columns, rows);
    }

    public static String words(int columns, int rows) {
        return "%d × %d".formatted(columns, rows);
    }

    /// As settings keep it; [#parse(String)] reads it.
    public String code() {
        return "%dx%d %s %s %s"
                .formatted(
                        columns,
                        rows,
                        step,
                        plane,
                        cells.stream()
                                .map(cell -> cell.series() + ":" + cell.kind())
                                .collect(Collectors.joining(",")));
    }

    /// Empty for what is no grid.
    public static Optional<PaneGrid> parse(String code) {
        String[] parts = code.split(" ", -1);
        if (parts.length != 4 || !parts[0].matches("[1-4]x[1-4]")) {
            return Optional.empty();
        }
        int columns = parts[0].charAt(0) - '0';
        int rows = parts[0].charAt(2) - '0';
        Optional<FilmStep> step = named(FilmStep.values(), parts[1]);
        Optional<ViewPlane> plane = named(ViewPlane.values(), parts[2]);
        var cells = new ArrayList<Cell>();
        for (String cell : parts[3].split(",", -1)) {
            if (cell.matches("[0-3]:[A-Z]+")) {
                named(Kind.values(), cell.substring(2))
                        .filter(kind -> kind != Kind.SOLID || cell.charAt(0) == '0')
                        .ifPresent(kind -> cells.add(new Cell(cell.charAt(0) - '0', kind)));
            }
        }
        return step.isPresent()
                        && plane.isPresent()
                        && cells.size() == columns * rows
                        && areApart(cells)
                ? Optional.of(new PaneGrid(columns, rows, cells, step.get(), plane.get()))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return IntStream.range(0, all.length)
                .filter(n -> all[n].name().equals(name))
                .mapToObj(n -> all[n])
                .findFirst();
    }
}
