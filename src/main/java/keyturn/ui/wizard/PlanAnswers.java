package keyturn.ui.wizard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import keyturn.domain.Problem;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.fold.Folded;

/** What planning says to a choice that gave no plan, below the fields that made it. */
public final class PlanAnswers {

    private PlanAnswers() {}

    /** Gone while there is nothing to say. */
    public static Node place(ObservableValue<List<Problem>> problems, ObservableValue<Optional<String>> nothingToDo) {
        VBox place = new VBox(12);
        place.setId("plan-problems");
        Showing.when(Bindings.isNotEmpty(place.getChildren()), place);
        Runnable show = () -> place.getChildren().setAll(banners(problems.getValue(), nothingToDo.getValue()));
        problems.subscribe(show);
        nothingToDo.subscribe(show);
        show.run();
        return place;
    }

    private static List<Node> banners(List<Problem> problems, Optional<String> nothingToDo) {
        List<Node> banners = new ArrayList<>();
        nothingToDo.ifPresent(why -> banners.add(Banner.of(Tone.INFO, Words.of("choose.nothing.word"), why)));
        alike(problems).forEach(same -> banners.add(banner(same)));
        return banners;
    }

    /** Problems that say the same of several things, together, in the order of the first of each. */
    private static Collection<List<Problem>> alike(List<Problem> problems) {
        return problems.stream()
                .collect(Collectors.groupingBy(Problem::code, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** The first in full; the others fold under it. */
    private static Node banner(List<Problem> same) {
        Node first = Banner.of(same.getFirst());
        List<Problem> more = same.subList(1, same.size());
        List<String> lines =
                more.stream().map(problem -> problem.summary().text()).toList();
        return more.isEmpty()
                ? first
                : new VBox(4, first, Folded.of(same.getFirst().summary().text(), lines));
    }
}
