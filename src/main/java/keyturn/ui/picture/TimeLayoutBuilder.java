package keyturn.ui.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import keyturn.plan.depend.Health.State;
import keyturn.plan.due.DueMark;
import keyturn.plan.due.TimeLine;
import keyturn.plan.due.TimeRow;
import keyturn.plan.words.DueWords;
import keyturn.ui.parts.Words;
import keyturn.ui.picture.TimeLayout.Bar;
import keyturn.ui.picture.TimeLayout.Dot;
import keyturn.ui.picture.TimeLayout.Label;

/** Places one time line, row by row. Words that would meet go to another lane of their row. */
final class TimeLayoutBuilder {

    /** More rows than these are counted. */
    static final int ROWS = 8;

    static final int MOST_TICKS = 10;

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Duration LONGEST = Duration.ofDays(5 * 365);
    private static final int[] STEPS = {1, 2, 3, 6, 12, 24};
    private static final double LINE = 18;
    private static final double GAP = 8;
    private static final double TICK = 76;

    private final TimeLine line;
    private final double width;
    private final double left;
    private final double right;
    private final Instant from;
    private final Instant to;
    private final List<Bar> bars = new ArrayList<>();
    private final List<Dot> dots = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private double y = LINE + 6;

    TimeLayoutBuilder(TimeLine line, double width) {
        this.line = line;
        this.width = width;
        this.left = Math.clamp(width * 0.22, 120, 240) + GAP;
        this.right = width - 12;
        Instant now = line.now();
        Instant first = dates(line).min(Instant::compareTo).orElse(now);
        Instant last = dates(line).max(Instant::compareTo).orElse(now);
        this.from = later(first, now.minus(LONGEST)).minus(Duration.ofDays(10));
        this.to = earlier(last, now.plus(LONGEST)).plus(Duration.ofDays(45));
    }

    TimeLayout layout() {
        double today = x(line.now());
        double word = TextSize.width(Words.of("due.today"), LayoutBuilder.SMALL) + 4;
        labels.add(plain(Words.of("due.today"), false, Math.clamp(today - word / 2, 0, width - word), 0, word));
        line.rows().stream().limit(ROWS).forEach(this::row);
        if (line.rows().size() > ROWS) {
            labels.add(plain(Words.of("due.more", line.rows().size() - ROWS), false, 0, y, width));
            y += LINE + GAP;
        }
        double axis = y;
        List<Label> ticks = ticks(axis + 6);
        return new TimeLayout(width, axis + 6 + LINE, today, axis, bars, dots, labels, ticks);
    }

    private static Stream<Instant> dates(TimeLine line) {
        return Stream.concat(
                Stream.of(line.now()),
                line.rows().stream()
                        .limit(ROWS)
                        .flatMap(row -> Stream.concat(
                                row.since().stream(), row.marks().stream().map(DueMark::at))));
    }

    private void row(TimeRow row) {
        double room = left - GAP;
        double middle = y + LINE / 2;
        labels.add(plain(DueWords.name(row.subject()), true, 0, y, room));
        labels.add(plain(DueWords.age(row, line.now()), false, 0, y + LINE, room));
        bars.add(new Bar(left, right, middle, false));
        row.since().ifPresent(since -> bars.add(new Bar(x(since), x(line.now()), middle, true)));
        List<Label> dates = new ArrayList<>();
        for (DueMark mark : row.marks()) {
            dots.add(new Dot(x(mark.at()), middle, mark.state()));
            dates.add(free(dates, DueWords.mark(mark, line.now()), x(mark.at()), mark.state(), true));
        }
        row.unknown().ifPresent(why -> unknown(why.text(), dates));
        labels.addAll(dates);
        double bottom =
                dates.stream().mapToDouble(label -> label.area().bottom()).max().orElse(y + 2 * LINE);
        y = Math.max(bottom, y + 2 * LINE) + GAP;
    }

    /** In as many lines as it takes; the first has the sign. */
    private void unknown(String why, List<Label> dates) {
        List<String> lines = TextSize.wrapped(why, LayoutBuilder.SMALL, right - left - 2 * LINE);
        for (int i = 0; i < lines.size(); i++) {
            dates.add(free(dates, lines.get(i), left, State.UNKNOWN, i == 0));
        }
    }

    /** Below its dot, to the right of it or, at the edge, to the left; in the first lane in which it meets nothing. */
    private Label free(List<Label> taken, String text, double x, State state, boolean ofDate) {
        String sign = StateSign.sign(state);
        double wide = Math.min(
                right - left, TextSize.width(sign.isEmpty() ? text : sign + " " + text, LayoutBuilder.SMALL) + 4);
        boolean toEnd = x + wide > right;
        double start = toEnd ? Math.max(left, Math.min(x, right) - wide) : x;
        double lane = y + LINE;
        BoxArea area = new BoxArea(start, lane, wide, LINE);
        while (isTaken(taken, area)) {
            lane += LINE;
            area = new BoxArea(start, lane, wide, LINE);
        }
        return new Label(text, false, ofDate, state, toEnd, area);
    }

    private static boolean isTaken(List<Label> taken, BoxArea area) {
        BoxArea wider = new BoxArea(area.x() - GAP, area.y(), area.width() + 2 * GAP, area.height());
        return taken.stream().anyMatch(label -> label.area().overlaps(wider));
    }

    private static Label plain(String text, boolean strong, double x, double y, double wide) {
        return new Label(text, strong, false, State.FINE, false, new BoxArea(x, y, wide, LINE));
    }

    /** Firsts of months, as many as there is room for. */
    private List<Label> ticks(double top) {
        OffsetDateTime first = from.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .plusMonths(1);
        long months = ChronoUnit.MONTHS.between(first, to.atOffset(ZoneOffset.UTC)) + 1;
        double most = Math.min(MOST_TICKS, (right - left) / (TICK + GAP));
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && months < most * STEPS[i]; i--) {
            step = STEPS[i];
        }
        List<Label> ticks = new ArrayList<>();
        double free = left - TICK / 2;
        for (OffsetDateTime at = first; at.toInstant().isBefore(to); at = at.plusMonths(step)) {
            double start = x(at.toInstant()) - TICK / 2;
            if (start >= free && start + TICK <= width) {
                ticks.add(plain(MONTH.format(at), false, start, top, TICK));
                free = start + TICK + 2;
            }
        }
        return ticks;
    }

    private double x(Instant at) {
        double whole = Duration.between(from, to).toSeconds();
        double part = Duration.between(from, at).toSeconds() / whole;
        return left + Math.clamp(part, 0, 1) * (right - left);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
