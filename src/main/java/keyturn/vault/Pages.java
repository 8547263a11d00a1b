package keyturn.vault;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import keyturn.entra.LimitPassed;

/** Lists of a vault, which it gives page by page: 25 entries each, the largest vault by far in a few hundred. */
final class Pages {

    private static final int MOST = 400;
    /** For all pages of one list together. */
    private static final long SECONDS = 60;

    private Pages() {}

    /** @throws LimitPassed for a list that goes on beyond that */
    static <T> List<T> all(PagedIterable<T> list) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<T> all = new ArrayList<>();
        int pages = 0;
        for (PagedResponse<T> page : list.iterableByPage()) {
            if (++pages > MOST) {
                throw LimitPassed.pages(MOST);
            }
            if (System.nanoTime() > end) {
                throw LimitPassed.time(SECONDS);
            }
            all.addAll(page.getValue());
        }
        return all;
    }
}
