package keyturn.practice.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads the cases of a file of the contract; its first lines say how it is written. */
final class ContractFile {

    private static final String CASE = "-- case ";
    private static final String ANSWER = "--> ";

    private final List<Case> cases = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final List<String> sql = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> prints = new ArrayList<>();
    private String columns = "";
    private String name = "";

    private ContractFile() {}

    static List<Case> read(String file) {
        try (var in = Objects.requireNonNull(ContractFile.class.getResourceAsStream(file), file)) {
            ContractFile reading = new ContractFile();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(reading::line);
            reading.endCase();
            return List.copyOf(reading.cases);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void line(String line) {
        if (line.startsWith(CASE)) {
            endCase();
            name = line.substring(CASE.length());
        } else if (line.startsWith(ANSWER)) {
            answer(line.substring(ANSWER.length()));
        } else if (line.equals("GO")) {
            endBatch();
        } else if (!name.isEmpty()) {
            sql.add(line);
        }
    }

    private void answer(String words) {
        String kind = words.substring(0, words.indexOf(' '));
        String text = words.substring(kind.length() + 1);
        switch (kind) {
            case "row" -> rows.add(text);
            case "error" -> errors.add(text);
            case "print" -> prints.add(text);
            case "columns" -> columns = text.stripTrailing();
            default -> throw new IllegalArgumentException(words);
        }
    }

    private void endBatch() {
        batches.add(new Batch(String.join("\n", sql), new Answer(columns, rows, errors, prints)));
        List.of(sql, rows, errors, prints).forEach(List::clear);
        columns = "";
    }

    private void endCase() {
        if (!name.isEmpty()) {
            cases.add(new Case(name, batches));
        }
        batches.clear();
        sql.clear();
    }
}
