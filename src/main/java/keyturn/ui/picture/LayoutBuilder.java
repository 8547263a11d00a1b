package keyturn.ui.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Edge;
import keyturn.plan.depend.Health.State;
import keyturn.plan.depend.KeyedDatabase;
import keyturn.plan.depend.Part;
import keyturn.plan.depend.PartId;
import keyturn.plan.depend.PartKind;
import keyturn.plan.words.DependencyWords;
import keyturn.ui.parts.Words;
import keyturn.ui.picture.DependencyLayout.Box;
import keyturn.ui.picture.DependencyLayout.Curve;
import keyturn.ui.picture.DependencyLayout.Note;

/** Places one dependency picture, from top to bottom. */
final class LayoutBuilder {

    static final double LEAST_WIDTH = 420;

    /** Of a caption, a chip, a note. */
    static final double SMALL = 12;

    /** More databases of a key than these are one chip. */
    static final int CHIPS = 12;

    /** Of many databases so many are shown by name that do not stand well. */
    private static final int WRONG = 6;

    static final double WIDEST_BOX = 184;
    /** Of a box whose name stands in one line. */
    private static final double BOX = 48;

    private static final double NAME_LINE = 17;

    /** Between two boxes of a column. */
    private static final double BETWEEN = 14;

    /** At both sides of the name in a box. */
    private static final double SIDES = 24;

    static final double NAME = 13;
    private static final double HEAD = 20;
    private static final double CHIP = 24;
    private static final double CHIP_GAP = 8;
    /** Beside the name of a chip: its sides, and its sign where it has one. */
    private static final double PLAIN_CHIP = 28;

    private static final double SIGNED_CHIP = 48;

    private static final double LINE = 18;
    private static final double LABEL = 230;

    private final DependencyGraph graph;
    private final double width;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Box> chips = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private double y;
    private double high = BOX;

    LayoutBuilder(DependencyGraph graph, double width) {
        this.graph = graph;
        this.width = width;
    }

    DependencyLayout layout() {
        int columns = PartKind.COLUMNS.size();
        double gap = Math.clamp(width * 0.024, 14, 40);
        double box = Math.min(WIDEST_BOX, (width - gap * (columns - 1)) / columns);
        double pitch = (width - box) / (columns - 1);
        List<Note> heads = new ArrayList<>();
        Map<PartId, Double> slots = slots();
        high = BOX + (mostLines(box - SIDES) - 1) * NAME_LINE;
        for (int column = 0; column < columns; column++) {
            PartKind kind = PartKind.COLUMNS.get(column);
            double x = column * pitch;
            heads.add(new Note(DependencyWords.kind(kind), new BoxArea(x, 0, box, HEAD)));
            column(graph.parts(kind), slots, x, box);
        }
        y = boxes.stream().mapToDouble(one -> one.area().bottom()).max().orElse(HEAD);
        graph.keysInUse().forEach(this::databases);
        Stream.concat(DependencyWords.surroundings(graph).stream(), DependencyWords.rest(graph).stream())
                .forEach(line -> note(line.text()));
        return new DependencyLayout(width, y, heads, boxes, curves(), chips, notes);
    }

    /** Boxes are alike: where one name needs a second line, all have room for it. */
    private int mostLines(double room) {
        return PartKind.COLUMNS.stream()
                .flatMap(kind -> graph.parts(kind).stream())
                .mapToInt(part -> TextSize.inLines(DependencyWords.name(part.id()), NAME, room)
                        .size())
                .max()
                .orElse(1);
    }

    /** The middle of the rows that a part is in; what is in none is told by its absence. */
    private Map<PartId, Double> slots() {
        Map<PartId, List<Integer>> rows = new HashMap<>();
        List<List<PartId>> all = graph.rows();
        for (int row = 0; row < all.size(); row++) {
            for (PartId part : all.get(row)) {
                rows.computeIfAbsent(part, first -> new ArrayList<>()).add(row);
            }
        }
        Map<PartId, Double> slots = new HashMap<>();
        rows.forEach((part, of) -> slots.put(
                part, of.stream().mapToInt(Integer::intValue).average().orElse(0)));
        return slots;
    }

    private void column(List<Part> parts, Map<PartId, Double> slots, double x, double box) {
        double next = HEAD + 8;
        List<Part> ordered = parts.stream()
                .sorted(Comparator.comparing(part -> slots.getOrDefault(part.id(), Double.MAX_VALUE)))
                .toList();
        for (Part part : ordered) {
            double wanted = HEAD + 8 + slots.getOrDefault(part.id(), 0.0) * (high + BETWEEN);
            double top = Math.max(next, wanted);
            String name = DependencyWords.name(part.id());
            boxes.add(new Box(
                    part.id(),
                    name,
                    TextSize.inLines(name, NAME, box - SIDES),
                    part.caption().text(),
                    part.health().state(),
                    new BoxArea(x, top, box, high)));
            next = top + high + BETWEEN;
        }
    }

    private List<Curve> curves() {
        Map<PartId, BoxArea> places = new HashMap<>();
        boxes.forEach(box -> places.put(box.part(), box.area()));
        return graph.edges().stream()
                .flatMap(edge -> Stream.ofNullable(places.get(edge.left()))
                        .flatMap(from ->
                                Stream.ofNullable(places.get(edge.right())).map(to -> curve(edge, from, to))))
                .toList();
    }

    private static Curve curve(Edge edge, BoxArea from, BoxArea to) {
        return new Curve(edge, from.right(), from.middle(), to.x(), to.middle());
    }

    /** The databases of a key: a label, and chips in as many rows as they take. */
    private void databases(PartId key) {
        y += 14;
        double label = Math.min(LABEL, width * 0.3);
        String head = key.isUnseen()
                ? Words.of("map.databases.unseen")
                : Words.of("map.databases", DependencyWords.name(key));
        notes.add(new Note(head, new BoxArea(0, y, label, CHIP)));
        double x = label + CHIP_GAP;
        for (Box chip : chips(key)) {
            double wide = Math.min(
                    width - label - CHIP_GAP,
                    TextSize.width(chip.name(), SMALL) + (chip.state() == State.FINE ? PLAIN_CHIP : SIGNED_CHIP));
            if (x + wide > width && x > label + CHIP_GAP) {
                x = label + CHIP_GAP;
                y += CHIP + CHIP_GAP;
            }
            chips.add(new Box(chip.part(), chip.name(), chip.state(), new BoxArea(x, y, wide, CHIP)));
            x += wide + CHIP_GAP;
        }
        y += CHIP;
    }

    private List<Box> chips(PartId key) {
        List<KeyedDatabase> all = graph.databases(key);
        BoxArea nowhere = new BoxArea(0, 0, 0, 0);
        List<Box> found = new ArrayList<>();
        all.stream()
                .limit(all.size() <= CHIPS ? CHIPS : WRONG)
                .filter(one -> all.size() <= CHIPS || one.health().state() != State.FINE)
                .map(one -> new Box(
                        one.id(), DependencyWords.name(one.id()), one.health().state(), nowhere))
                .forEach(found::add);
        if (all.size() > CHIPS) {
            State worst = all.getFirst().health().state();
            found.add(new Box(new PartId.DatabasesOf(key), Words.of("map.group", all.size()), worst, nowhere));
        }
        return found;
    }

    private void note(String text) {
        int lines = TextSize.wrapped(text, SMALL, width).size();
        y += 10;
        notes.add(new Note(text, new BoxArea(0, y, width, lines * LINE)));
        y += lines * LINE;
    }
}
