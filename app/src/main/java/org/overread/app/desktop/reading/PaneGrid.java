// SPDX-License-Identifier: Apache-2.0
package org.overread.app.desktop.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A grid of panes that a person chose: how many beside and below one another, and what each shows, row by row.
///
/// @param step how far apart the slices of its light box are
/// @param plane the plane of its light box
/// @param spare what panes showed that a larger grid had after these, for when there are as many again
public record PaneGrid(
        int columns, int rows, List<Cell> cells, FilmStep step, ViewPlane plane, List<Cell> spare) {
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
        spare = List.copyOf(spare);
        boolean fits = columns >= 1 && rows >= 1 && columns <= MOST && rows <= MOST;
        if (!fits || cells.size() != columns * rows || spare.size() > MOST * MOST - cells.size()) {
            throw new IllegalArgumentException(
                    "%d x %d panes of %d and %d"
                            .formatted(columns, rows, cells.size(), spare.size()));
        }
        if (!areApart(joined(cells, spare))) {
            throw new IllegalArgumentException("twice in one grid: " + cells + spare);
        }
    }

    private static List<Cell> joined(List<Cell> cells, List<Cell> spare) {
        return Stream.concat(cells.stream(), spare.stream()).toList();
    }

    /// What there is room for of `all`; the others are spare.
    private static PaneGrid of(
            int columns, int rows, List<Cell> all, FilmStep step, ViewPlane plane) {
        int room = columns * rows;
        return new PaneGrid(
                columns, rows, all.subList(0, room), step, plane, all.subList(room, all.size()));
    }

    /// All but slices of the light box have one place only.
    private static boolean areApart(List<Cell> cells) {
        var seen = new HashSet<Cell>();
        return cells.stream().allMatch(cell -> cell.kind() == Kind.FILM || seen.add(cell));
    }

    /// The three planes, then the next of `series` series, then slices next to one another.
    public static PaneGrid planes(int columns, int rows, int series) {
        List<Cell> all = filled(List.of(), columns * rows, series);
        List<Cell> room = all.subList(0, columns * rows);
        return new PaneGrid(columns, rows, room, FilmStep.ONE, ViewPlane.AXIAL, List.of());
    }

    /// `begun`, and after it what it does not have of the planes and of `series` series, then slices, up to `count`.
    private static List<Cell> filled(List<Cell> begun, int count, int series) {
        var cells = new ArrayList<>(begun);
        for (Kind kind : List.of(Kind.AXIAL, Kind.CORONAL, Kind.SAGITTAL)) {
            add(cells, new Cell(0, kind));
        }
        for (int next = 1; next < Math.min(series, MOST); next++) {
            add(cells, new Cell(next, Kind.AXIAL));
        }
        while (cells.size() < count) {
            cells.add(new Cell(0, Kind.FILM));
        }
        return cells.subList(0, Math.max(begun.size(), count));
    }

    private static void add(List<Cell> cells, Cell next) {
        if (!cells.contains(next)) {
            cells.add(next);
        }
    }

    /// Of another size: each pane that stays, counted row by row, shows what it did, and what is added shows what it did
    /// when there were as many before; else what the first of a grid would, with `series` series open.
    public PaneGrid resized(int newColumns, int newRows, int series) {
        List<Cell> all = joined(cells, spare);
        int room = newColumns * newRows;
        List<Cell> next =
                isFilm() && all.size() < room
                        ? Collections.nCopies(room, new Cell(0, Kind.FILM))
                        : filled(all, room, series);
        return of(newColumns, newRows, next, step, plane);
    }

    /// A light box: all panes show slices of one series.
    public static PaneGrid film(int columns, int rows, FilmStep step, ViewPlane plane) {
        var cells = Collections.nCopies(columns * rows, new Cell(0, Kind.FILM));
        return new PaneGrid(columns, rows, cells, step, plane, List.of());
    }

    /// With a light box in all panes, for what has one plane only.
    public PaneGrid filmOnly() {
        return film(columns, rows, step, plane);
    }

    public PaneGrid withFilm(FilmStep newStep, ViewPlane newPlane) {
        return new PaneGrid(columns, rows, cells, newStep, newPlane, spare);
    }

    /// With something else in one pane. What has one place only comes from there: the two change places.
    public PaneGrid with(int index, Cell wanted) {
        var changed = new ArrayList<>(joined(cells, spare));
        int there = wanted.kind() == Kind.FILM ? -1 : changed.indexOf(wanted);
        if (there >= 0) {
            Collections.swap(changed, index, there);
        } else {
            changed.set(index, wanted);
        }
        return of(columns, rows, changed, step, plane);
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
        return joined(cells, spare).stream().allMatch(cell -> cell.equals(new Cell(0, Kind.FILM)));
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
                        joined(cells, spare).stream()
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
                        && cells.size() >= columns * rows
                        && cells.size() <= MOST * MOST
                        && areApart(cells)
                ? Optional.of(of(columns, rows, cells, step.get(), plane.get()))
                : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return IntStream.range(0, all.length)
                .filter(n -> all[n].name().equals(name))
                .mapToObj(n -> all[n])
                .findFirst();
    }
}
