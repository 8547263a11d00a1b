package keyturn.practice.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/** Lists in pieces of at most 25, each with the address of the next. */
final class Paging {

    private static final int MOST = 25;

    private Paging() {}

    static Reply page(Request request, String base, List<ObjectNode> all) {
        int size = size(request);
        int from = Math.min(start(request), all.size());
        int to = Math.min(from + size, all.size());
        ObjectNode body = Json.object();
        all.subList(from, to).forEach(body.putArray("value")::add);
        if (to < all.size()) {
            String token = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("from " + to).getBytes(StandardCharsets.US_ASCII));
            body.put(
                    "nextLink",
                    base + request.path() + "?api-version="
                            + request.query("api-version").orElse("") + "&$skiptoken=" + token + "&maxresults=" + size);
        } else {
            body.putNull("nextLink");
        }
        return Reply.json(200, body);
    }

    private static int size(Request request) {
        String given = request.query("maxresults").orElse(String.valueOf(MOST));
        if (!given.matches("\\d{1,3}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > MOST) {
            throw Problems.bad("maxresults is not a number from 1 to 25: " + given);
        }
        return Integer.parseInt(given);
    }

    private static int start(Request request) {
        String given = request.query("$skiptoken").orElse("");
        if (given.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.US_ASCII);
            if (text.matches("from \\d{1,6}")) {
                return Integer.parseInt(text.substring("from ".length()));
            }
        } catch (IllegalArgumentException e) {
            throw Problems.bad("The skiptoken is none.");
        }
        throw Problems.bad("The skiptoken is none.");
    }
}
