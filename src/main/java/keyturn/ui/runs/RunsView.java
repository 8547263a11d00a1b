package keyturn.ui.runs;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import keyturn.evidence.runs.Runs.Run;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Icon;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The list of all runs, in groups. */
public final class RunsView implements PageView {

    /** Of those that are over; the others lie in their folder. */
    private static final int IN_SIGHT = 100;

    private static final double SEARCH_WIDTH = 360;

    private static final Set<RunGroup> READ_ONLY = EnumSet.of(RunGroup.ELSEWHERE, RunGroup.PRACTISED);

    /** Of a button in the rail, at both sides of its text. */
    private static final double SIDES = 20;

    private final RunsViewModel model;
    private final ObservableValue<ZoneId> zone;
    private final FileToRead question;
    private final VBox groups = new VBox(16);
    private final VBox counts = new VBox(2);
    private final Node content;
    private final Node rail;

    /** @param question asks for the folder of a run of another machine */
    public RunsView(RunsViewModel model, ObservableValue<ZoneId> zone, FileToRead question) {
        this.model = model;
        this.zone = zone;
        this.question = question;
        groups.disableProperty().bind(Bindings.not(model.runs().settled()));
        content = Sheet.scrolling(
                "runs-page",
                model.title(),
                new ReadOnlyStringWrapper(Words.of("runs.lead")),
                ProblemPlace.place(model.problem()),
                search(),
                groups);
        VBox head = new VBox(2, Texts.section(Words.of("runs.page")), Texts.caption(Words.of("runs.about")));
        head.getStyleClass().add("rail-head");
        rail = new VBox(8, head, counts);
        model.runs().listed().subscribe(this::show);
        model.search().subscribe(text -> show(model.runs().listed().getValue()));
        zone.subscribe(now -> show(model.runs().listed().getValue()));
        model.only().subscribe(group -> show(model.runs().listed().getValue()));
    }

    private Node search() {
        TextField field = new TextField();
        field.setId("runs-search");
        field.setPromptText(Words.of("runs.search"));
        field.setAccessibleText(Words.of("runs.search.name"));
        field.setMaxWidth(SEARCH_WIDTH);
        field.textProperty().bindBidirectional(model.search());
        return field;
    }

    @Override
    public List<Node> exits() {
        Button open = new Button(Words.of("runs.open"), Icon.FOLDER.node());
        open.setId("open-run");
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setOnAction(event -> question.ask(content.getScene().getWindow()).ifPresent(model.runs()::open));
        return List.of(open);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Optional<Node> rail() {
        return Optional.of(rail);
    }

    private void show(RunsModel.Listed listed) {
        groups.getChildren().clear();
        counts.getChildren().clear();
        for (RunGroup group : RunGroup.values()) {
            List<Run> runs = model.shown(group, listed);
            int all = model.of(group, listed).size();
            if (all > 0 || !READ_ONLY.contains(group)) {
                counts.getChildren().add(count(group, all));
            }
            if (!runs.isEmpty()) {
                groups.getChildren().add(group(group, runs, listed));
            }
        }
        if (listed.isEmpty()) {
            groups.getChildren().add(Texts.body(Words.of("runs.none")));
        } else if (groups.getChildren().isEmpty()) {
            groups.getChildren().add(Texts.body(Words.of("runs.noneFound")));
        }
    }

    /** Pressed it shows this group alone, pressed again all of them. */
    private Node count(RunGroup group, int runs) {
        Label name = new Label(Words.of("runs.group." + group));
        name.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, name, gap, Texts.number(runs));
        row.setAlignment(Pos.CENTER_LEFT);
        ToggleButton only = new ToggleButton();
        only.setGraphic(row);
        only.setId("runs-only-" + group);
        only.setAccessibleText(Words.of("runs.only", Words.of("runs.group." + group), runs));
        only.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(only.widthProperty().subtract(SIDES));
        only.getStyleClass().add("runs-only");
        only.setSelected(model.only().get().equals(Optional.of(group)));
        only.setOnAction(event -> model.only().set(only.isSelected() ? Optional.of(group) : Optional.empty()));
        return only;
    }

    private Node group(RunGroup group, List<Run> runs, RunsModel.Listed listed) {
        VBox rows = new VBox();
        rows.setId("runs-" + group);
        rows.getStyleClass().add("findings");
        runs.stream()
                .limit(IN_SIGHT)
                .map(run -> row(run, listed.all().isDismissed(run), group))
                .forEach(rows.getChildren()::add);
        VBox all = new VBox(8, Texts.section(Words.of("runs.group." + group)), rows);
        if (runs.size() > IN_SIGHT) {
            all.getChildren().add(Texts.caption(Words.of("runs.more", runs.size() - IN_SIGHT)));
        }
        return all;
    }

    /** One that is only read has no button that leads to its server; one of another machine may be taken over. */
    private Node row(Run run, boolean dismissed, RunGroup group) {
        var shown = new RunShown(run, model.runs(), zone.getValue());
        Label title = Texts.body(shown.title());
        title.getStyleClass().add("step-title");
        VBox words = new VBox(2, title);
        shown.lines().forEach(line -> words.getChildren().add(Texts.caption(line)));
        HBox.setHgrow(words, Priority.ALWAYS);
        if (group == RunGroup.ELSEWHERE) {
            words.getChildren().add(Texts.caption(Words.of("runs.elsewhere", run.folder())));
        }
        List<Node> buttons = new ArrayList<>(ways(shown, group));
        buttons.add(shown.report());
        if (!dismissed && !READ_ONLY.contains(group)) {
            shown.dismiss().ifPresent(buttons::add);
        }
        HBox beside = new HBox(8);
        beside.setAlignment(Pos.CENTER_RIGHT);
        beside.setMinWidth(Region.USE_PREF_SIZE);
        beside.getChildren()
                .add(new Tag(shown.tone(), dismissed ? Words.of("runs.word.DISMISSED") : shown.word()).node());
        beside.getChildren().addAll(buttons);
        HBox row = new HBox(12, words, beside);
        row.getStyleClass().add("finding");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setId("run-" + run.id());
        return row;
    }

    private static List<Button> ways(RunShown shown, RunGroup group) {
        return switch (group) {
            case ELSEWHERE -> shown.takeOver().stream().toList();
            case PRACTISED -> List.of();
            case NEEDS_YOU, WAITS, RUNS, OVER, DISMISSED -> shown.buttons();
        };
    }
}
