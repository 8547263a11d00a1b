package keyturn.ui.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import keyturn.domain.DatabaseName;
import keyturn.domain.OneLine;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The databases of a change as chips, a few on each side; the rest is counted and opens as a list. */
final class MovingDatabases {

    /** So many chips stand on a side before the others are counted. */
    private static final int SHOWN = 8;

    private static final double LONGEST = 160;

    private final SequencedSet<DatabaseName> staying;
    private final SequencedSet<DatabaseName> arrived;
    private final FlowPane above = pane("databases-before");
    private final FlowPane below = pane("databases-after");

    private MovingDatabases(List<DatabaseName> staying, List<DatabaseName> arrived) {
        this.staying = new LinkedHashSet<>(staying);
        this.arrived = new LinkedHashSet<>(arrived);
        show();
    }

    static MovingDatabases planned(List<DatabaseName> all) {
        return new MovingDatabases(List.of(), all);
    }

    static MovingDatabases underWay(List<DatabaseName> all) {
        return new MovingDatabases(all, List.of());
    }

    /** Under the row of before. */
    Node staying() {
        return above;
    }

    /** Under the row of after. */
    Node arrived() {
        return below;
    }

    void moved(Collection<DatabaseName> those) {
        boolean other = false;
        for (DatabaseName name : those) {
            other |= staying.remove(name) && arrived.add(name);
        }
        if (other) {
            show();
        }
    }

    private void show() {
        show(above, staying, staying.stream().limit(SHOWN).toList());
        // Of those that have moved, the last ones: that is what somebody watches.
        List<DatabaseName> latest = arrived.reversed().stream().limit(SHOWN).toList();
        show(below, arrived, staying.isEmpty() ? arrived.stream().limit(SHOWN).toList() : latest);
    }

    private void show(FlowPane pane, SequencedSet<DatabaseName> all, List<DatabaseName> some) {
        int rest = all.size() - some.size();
        if (!reuse(pane, some, rest, all)) {
            List<Node> chips =
                    new ArrayList<>(some.stream().map(MovingDatabases::chip).toList());
            if (rest > 0) {
                chips.add(more(rest, all));
            }
            pane.getChildren().setAll(chips);
        }
        pane.setManaged(!all.isEmpty());
        pane.setVisible(!all.isEmpty());
    }

    /** As long as a side has as many chips as before, they stay and change their names: a new node costs much more. */
    private static boolean reuse(FlowPane pane, List<DatabaseName> some, int rest, SequencedSet<DatabaseName> all) {
        List<Labeled> chips =
                pane.getChildren().stream().map(Labeled.class::cast).toList();
        boolean same =
                !chips.isEmpty() && rest > 0 && chips.size() == some.size() + 1 && chips.getLast() instanceof Hyperlink;
        if (same) {
            for (int i = 0; i < some.size(); i++) {
                chips.get(i).setText(OneLine.shown(some.get(i).value()));
            }
            Hyperlink more = (Hyperlink) chips.getLast();
            more.setText(Words.of("change.more", rest));
            more.setOnAction(event -> DatabasesPopOver.open(more, List.copyOf(all)));
        }
        return same;
    }

    private static Node more(int rest, SequencedSet<DatabaseName> all) {
        Hyperlink more = new Hyperlink(Words.of("change.more", rest));
        more.setId("databases-more");
        more.getStyleClass().add("change-more");
        more.setOnAction(event -> DatabasesPopOver.open(more, List.copyOf(all)));
        return more;
    }

    private static Node chip(DatabaseName name) {
        Label chip = Texts.cut("change-chip");
        chip.setText(OneLine.shown(name.value()));
        chip.setMaxWidth(LONGEST);
        return chip;
    }

    private static FlowPane pane(String id) {
        FlowPane pane = new FlowPane(6, 6);
        // It would ask for the width of a name that is cut.
        pane.setMinWidth(LONGEST);
        pane.setId(id);
        pane.setMinHeight(Region.USE_PREF_SIZE);
        return pane;
    }
}
