package keyturn.ui.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keyturn.plan.flow.FlowName;
import keyturn.ui.frame.Page;
import keyturn.ui.frame.PageId;

/**
 * The pages of each flow, in order: the same before and after those that a flow has of its own.
 *
 * @param own by flow
 */
public record Routes(Map<FlowName, List<PageId>> own) {

    private static final List<PageId> BEFORE = List.of(PageId.CONNECT, PageId.INSPECT);
    private static final List<PageId> AFTER = List.of(PageId.PREFLIGHT, PageId.PREVIEW, PageId.RUN, PageId.VERIFY);

    public Routes {
        own = Map.copyOf(own);
    }

    public static Routes of(Map<FlowName, List<Page>> pages) {
        Map<FlowName, List<PageId>> own = new LinkedHashMap<>();
        pages.forEach((flow, its) ->
                own.put(flow, its.stream().map(page -> page.model().id()).toList()));
        return new Routes(own);
    }

    /** Without home. A flow without pages of its own has the common ones. */
    public List<PageId> of(FlowName flow) {
        return Stream.of(BEFORE, own.getOrDefault(flow, List.of()), AFTER)
                .flatMap(List::stream)
                .toList();
    }
}
