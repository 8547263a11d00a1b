package keyturn.plan.flow;

import java.util.regex.Pattern;
import keyturn.domain.Message;

/** What a flow is called on the command line, in files and in keys of words: {@code upgrade}, {@code rotate-key}. */
public record FlowName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException for anything but lower-case words with hyphens between them */
    public FlowName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(value);
        }
    }

    /** Words from the flow's own bundle, {@code keyturn/flow/NAME/words.properties}. */
    public Message words(String key, Object... arguments) {
        return Message.of("flow." + value + "." + key, arguments);
    }

    @Override
    public String toString() {
        return value;
    }
}
