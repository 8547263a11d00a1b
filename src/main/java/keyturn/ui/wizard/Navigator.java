package keyturn.ui.wizard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;

/** The way through the pages: on, back the way one came, and home. Pages may hold it before they are handed to it. */
public final class Navigator {

    private static final Logger LOG = System.getLogger(Navigator.class.getName());

    /** Opened from any page, and from there back to it. */
    private static final Set<PageId> BESIDE = Set.of(PageId.TROUBLE, PageId.SETTINGS);

    private final Map<PageId, PageModel> pages = new LinkedHashMap<>();
    private final Draft draft;
    private final ReadOnlyObjectWrapper<PageId> current = new ReadOnlyObjectWrapper<>(PageId.HOME);
    private final Deque<PageId> cameFrom = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private Routes routes = new Routes(Map.of());

    public Navigator(Draft draft) {
        this.draft = draft;
    }

    /** Takes the pages, home among them, before anything else is asked of it. */
    public void take(List<PageModel> all, Routes ofFlows) {
        all.forEach(page -> pages.put(page.id(), page));
        routes = ofFlows;
    }

    /** Enters home. */
    public void begin() {
        enter();
    }

    private void enter() {
        page().entered();
        arrive();
    }

    private void arrive() {
        arrivals.set(arrivals.get() + 1);
    }

    /** Moves when the page in sight has gathered what it shows. */
    public ReadOnlyIntegerProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    public PageModel page() {
        return Objects.requireNonNull(pages.get(current.get()));
    }

    public boolean isHome() {
        return current.get().equals(PageId.HOME);
    }

    public ReadOnlyObjectProperty<PageId> current() {
        return current.getReadOnlyProperty();
    }

    /** The pages of what the wizard is used for this time, in order, without home. */
    public List<PageId> route() {
        return routes.of(draft.flow().get().name());
    }

    /** Does what the page's primary button says and goes on; after the last page, to the home of the server. */
    public void next() {
        if (page().blocked().getValue().isEmpty()) {
            PageId here = current.get();
            page().proceed(() -> {
                List<PageId> route = route();
                int next = route.indexOf(here) + 1;
                if (next < route.size()) {
                    goTo(route.get(next));
                } else {
                    leave();
                }
            });
        }
    }

    /** From home into the flow, at its beginning or past what is already answered. */
    public void goTo(PageId page) {
        cameFrom.push(current.get());
        show(page);
    }

    /**
     * To a page of the flow as if one had come to it page by page.
     *
     * @param first the page that one can go back to at most, before home
     */
    public void anew(PageId page, PageId first) {
        List<PageId> route = route();
        cameFrom.clear();
        cameFrom.push(PageId.HOME);
        route.subList(route.indexOf(first), route.indexOf(page)).forEach(cameFrom::push);
        show(page);
    }

    public boolean canGoBack() {
        return !cameFrom.isEmpty() && page().canGoBack() && !page().held().getValue();
    }

    public void back() {
        boolean beside = BESIDE.contains(current.get());
        if (canGoBack() && beside) {
            close();
        } else if (canGoBack() && cameFrom.getFirst().equals(PageId.HOME)) {
            home();
        } else if (canGoBack()) {
            show(cameFrom.pop());
        }
    }

    /** From a page that stands beside the flow to where it was opened. */
    public void close() {
        if (!page().held().getValue()) {
            showAgain(cameFrom.isEmpty() ? PageId.HOME : cameFrom.pop());
        }
    }

    /** To the home of the server where one was inspected, and its connection is kept; from there, or without one, to the start page. */
    public void leave() {
        if (!isAtServer()) {
            home();
        } else if (!page().held().getValue()) {
            page().left();
            draft.leaveJob();
            cameFrom.clear();
            cameFrom.push(PageId.HOME);
            current.set(PageId.INSPECT);
            enter();
        }
    }

    /** To the sign-in as if one came to it from the start page: the server that was looked at is left. */
    public void reconnect() {
        if (!page().held().getValue()) {
            cameFrom.clear();
            cameFrom.push(PageId.HOME);
            show(PageId.CONNECT);
        }
    }

    /** Past the sign-in, in a job or with a run. */
    private boolean isAtServer() {
        PageId here = current.get();
        return draft.inspection().get().isPresent()
                && !List.of(PageId.HOME, PageId.RUNS, PageId.SERVERS, PageId.CONNECT, PageId.INSPECT)
                        .contains(here);
    }

    /** The page in sight begins anew: what it is about is another one now. */
    public void again() {
        page().left();
        enter();
    }

    /** Home, with everything forgotten. Not while a run goes. */
    public void home() {
        if (!page().held().getValue()) {
            cameFrom.clear();
            show(PageId.HOME);
            draft.reset();
        }
    }

    private void showAgain(PageId page) {
        page().left();
        current.set(page);
        page().shownAgain();
        arrive();
    }

    private void show(PageId page) {
        LOG.log(Level.DEBUG, "page {0}", page.value());
        page().left();
        current.set(page);
        enter();
    }
}
