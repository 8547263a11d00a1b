package keyturn.ui.wizard;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import keyturn.plan.flow.FlowPart;
import keyturn.ui.asks.Asks;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.Icon;
import keyturn.ui.work.Background;

/** What the window shows of one flow alone: its card on the start page, and the pages between inspection and preflight. */
public interface FlowPages extends FlowPart {

    /** A scenario in which nothing fails. */
    String USUAL_PRACTICE = "healthy";

    Icon icon();

    /** The practice scenario that "Practise" beside this flow opens, one in which it is due. */
    default String practice() {
        return USUAL_PRACTICE;
    }

    /** In their order; made once for each window. */
    List<Page> pages(Means means);

    /**
     * What such pages are made with.
     *
     * @param scripts the pane with the scripts of what is chosen so far
     * @param directory asks for a folder
     * @param background for what a page reads itself
     */
    record Means(
            Draft draft,
            Planning planning,
            Node scripts,
            FileToRead directory,
            Clock clock,
            Background background,
            Asks asks) {}
}
