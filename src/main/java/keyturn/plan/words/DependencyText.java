package keyturn.plan.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.Health.State;
import keyturn.plan.depend.KeyedDatabase;
import keyturn.plan.depend.Part;
import keyturn.plan.depend.PartId;
import keyturn.plan.depend.PartKind;

/** What depends on what, as indented lines: all that the picture shows, for reading, copying and screen readers. */
public final class DependencyText {

    private static final String INDENT = "  ";

    /** Names in one line; more are counted. */
    private static final int NAMED = 12;

    /** Databases with a line each, of those that do not stand well. */
    private static final int LISTED = 50;

    private final DependencyGraph graph;
    private final List<String> lines = new ArrayList<>();
    private final Set<PartId> told = new HashSet<>();

    private DependencyText(DependencyGraph graph) {
        this.graph = graph;
    }

    public static List<String> lines(DependencyGraph graph) {
        DependencyText text = new DependencyText(graph);
        DependencyWords.surroundings(graph).forEach(line -> text.line(0, line.text()));
        graph.keysInUse().forEach(text::key);
        text.unused();
        DependencyWords.rest(graph).forEach(line -> text.line(0, line.text()));
        return List.copyOf(text.lines);
    }

    private void key(PartId key) {
        graph.part(key).ifPresent(part -> part(0, part));
        graph.needs(key).stream().flatMap(id -> graph.part(id).stream()).forEach(part -> part(1, part));
        databases(graph.databases(key));
    }

    private void part(int depth, Part part) {
        told.add(part.id());
        line(depth, DependencyWords.line(part));
        DependencyWords.reasons(part).map(Message::text).forEach(reason -> line(depth + 2, reason));
    }

    private void databases(List<KeyedDatabase> all) {
        List<KeyedDatabase> wrong =
                all.stream().filter(one -> one.health().state() != State.FINE).toList();
        wrong.stream().limit(LISTED).forEach(one -> graph.part(one.id()).ifPresent(part -> part(1, part)));
        if (wrong.size() > LISTED) {
            line(1, say("text.moreDatabases", wrong.size() - LISTED));
        }
        List<KeyedDatabase> fine =
                all.stream().filter(one -> one.health().state() == State.FINE).toList();
        if (!fine.isEmpty()) {
            String names = fine.stream()
                    .limit(NAMED)
                    .map(one -> DependencyWords.name(one.id()))
                    .collect(Collectors.joining(", "));
            line(
                    1,
                    fine.size() <= NAMED
                            ? say("text.databases", fine.size(), names)
                            : say("text.databasesMore", fine.size(), names));
        }
    }

    private void unused() {
        List<Part> rest = PartKind.COLUMNS.stream()
                .flatMap(kind -> graph.parts(kind).stream())
                .filter(part -> !told.contains(part.id()))
                .toList();
        if (!rest.isEmpty()) {
            line(0, say("text.unused"));
            rest.forEach(part -> part(1, part));
        }
    }

    private void line(int depth, String text) {
        lines.add(INDENT.repeat(depth) + text);
    }

    private static String say(String key, Object... arguments) {
        return Message.of("plan.depend." + key, arguments).text();
    }
}
