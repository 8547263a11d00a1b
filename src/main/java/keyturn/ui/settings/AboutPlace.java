package keyturn.ui.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.ui.desk.Places;
import keyturn.ui.files.FileQuestion;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** What this program is, what it is made of, and where it keeps what. */
final class AboutPlace {

    private static final String LICENCES = "/keyturn/ui/licences.tsv";

    private final SettingsViewModel model;
    private final String version;
    private final FileQuestion zip;

    AboutPlace(SettingsViewModel model, String version, FileQuestion zip) {
        this.model = model;
        this.version = version;
        this.zip = zip;
    }

    Node node() {
        return new VBox(
                24,
                new VBox(12, Texts.section(Words.of("settings.versions")), versions(), support()),
                new VBox(12, Texts.section(Words.of("settings.places")), places()),
                new VBox(
                        12,
                        Texts.section(Words.of("settings.licences")),
                        Texts.body(Words.of("settings.licences.about")),
                        licences()));
    }

    private Node versions() {
        GridPane grid = new GridPane(24, 6);
        grid.setId("versions");
        row(grid, "Keyturn", version);
        row(grid, "Java", java());
        row(grid, "JavaFX", System.getProperty("javafx.runtime.version", Words.of("settings.unknown")));
        row(
                grid,
                Words.of("settings.system"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        return grid;
    }

    /** Builds that nobody signs for call their vendor N/A. */
    private static String java() {
        return Stream.of(System.getProperty("java.runtime.version"), System.getProperty("java.vendor", ""))
                .filter(part -> !part.isBlank() && !part.equals("N/A"))
                .collect(Collectors.joining(", "));
    }

    private static void row(GridPane grid, String name, String value) {
        Label shown = Texts.body(value);
        grid.addRow(grid.getRowCount(), Texts.caption(name), shown);
    }

    private Node support() {
        Button support = SettingsForm.button("support-bundle", "settings.support");
        support.setOnAction(event ->
                zip.ask(support.getScene().getWindow(), "keyturn-support.zip").ifPresent(model::support));
        return new VBox(4, support, Texts.caption(Words.of("settings.support.about")));
    }

    private Node places() {
        Places lie = model.desk().places();
        VBox rows = new VBox();
        rows.setId("places-list");
        rows.getStyleClass().add("findings");
        rows.getChildren()
                .setAll(
                        place("state", lie.state()),
                        place("runs", lie.runs()),
                        place("log", lie.log()),
                        place("faults", lie.faults()));
        return rows;
    }

    private Node place(String name, Path path) {
        Label shown = Texts.cut("mono");
        shown.setText(SettingsView.shown(path));
        VBox words = new VBox(2, Texts.body(Words.of("settings.place." + name)), shown);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = SettingsForm.button("open-" + name, "settings.open");
        open.getStyleClass().add("small");
        open.setAccessibleText(Words.of("settings.open.name", Words.of("settings.place." + name)));
        open.setOnAction(event -> model.open(path));
        Button copy = SettingsForm.button("copy-" + name, "settings.copy");
        copy.getStyleClass().add("small");
        copy.setAccessibleText(Words.of("settings.copy.name", Words.of("settings.place." + name)));
        copy.setOnAction(event ->
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, SettingsView.shown(path))));
        HBox row = new HBox(12, words, copy, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("finding");
        return row;
    }

    private static Node licences() {
        GridPane grid = new GridPane(24, 4);
        grid.setId("licences");
        lines().forEach(line -> row(grid, line[0], line[1]));
        return grid;
    }

    /** Name and licence of each. */
    private static List<String[]> lines() {
        try (InputStream in = Objects.requireNonNull(AboutPlace.class.getResourceAsStream(LICENCES), LICENCES);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", 2))
                    .filter(line -> line.length == 2)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(LICENCES, unreadable);
        }
    }
}
