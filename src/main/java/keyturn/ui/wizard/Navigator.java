package keyturn.ui.wizard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import keyturn.ui.frame.PageModel;

/** The way through the pages: on, back the way one came, and home. */
public final class Navigator {

    private final List<PageModel> pages;
    private final Draft draft;
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(0);
    private final Deque<Integer> cameFrom = new ArrayDeque<>();

    /** @param pages the first is home, outside the flow */
    public Navigator(List<PageModel> pages, Draft draft) {
        this.pages = List.copyOf(pages);
        this.draft = draft;
    }

    /** Enters the first page. */
    public void begin() {
        page().entered();
    }

    public PageModel page() {
        return pages.get(current.get());
    }

    public int currentIndex() {
        return current.get();
    }

    public ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /** Does what the page's primary button says and goes on; after the last page, home. */
    public void next() {
        if (page().blocked().getValue().isEmpty()) {
            int here = current.get();
            page().proceed(() -> {
                OptionalInt next = IntStream.range(here + 1, pages.size())
                        .filter(this::belongs)
                        .findFirst();
                next.ifPresentOrElse(this::goTo, this::home);
            });
        }
    }

    /** From home into the flow, at its beginning or past what is already answered. */
    public void goTo(int index) {
        cameFrom.push(current.get());
        show(index);
    }

    /**
     * To a page of the flow as if one had come to it page by page.
     *
     * @param first the page that one can go back to at most, before home
     */
    public void anew(int index, int first) {
        cameFrom.clear();
        cameFrom.push(0);
        for (int page = first; page < index; page++) {
            if (belongs(page)) {
                cameFrom.push(page);
            }
        }
        show(index);
    }

    public boolean canGoBack() {
        return !cameFrom.isEmpty() && page().canGoBack() && !page().held().getValue();
    }

    public void back() {
        if (canGoBack()) {
            show(cameFrom.pop());
        }
    }

    /** Home, with everything forgotten. Not while a run goes. */
    public void home() {
        if (!page().held().getValue()) {
            cameFrom.clear();
            show(0);
            draft.reset();
        }
    }

    /** Whether the page is one of what the wizard is used for this time. */
    public boolean belongs(int index) {
        return pages.get(index).isOf(draft.flow().get());
    }

    private void show(int index) {
        page().left();
        current.set(index);
        page().entered();
    }
}
