package keyturn.domain;

import java.math.BigDecimal;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for the user, not yet worded: a key of a room's bundle and what goes into it.
 *
 * @param key the room's name, a dot, and the rest: {@code plan.step.test.title} stands in {@code keyturn/plan/words.properties};
 *     or {@code flow}, the name of a flow, and the rest: {@code flow.upgrade.title} stands in
 *     {@code keyturn/flow/upgrade/words.properties}
 * @param arguments in the order of the pattern's places; already text
 */
public record Message(String key, List<String> arguments) {

    private static final String FLOW = "flow.";

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments).stream().map(String::valueOf).toList());
    }

    /** The worded sentence. A missing key is a fault of ours and ends in {@link java.util.MissingResourceException}. */
    public String text() {
        var pattern = new MessageFormat(bundle().getString(key), Locale.ROOT);
        return pattern.format(values(pattern.getFormatsByArgumentIndex()));
    }

    /** Whether there are words for it; asked only where a key may be without. */
    public boolean isWorded() {
        return bundle().containsKey(key);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle("keyturn." + room() + ".words", Locale.ROOT);
    }

    private String room() {
        int from = key.startsWith(FLOW) ? FLOW.length() : 0;
        return key.substring(0, key.indexOf('.', from));
    }

    /** A place that counts ({@code {0,choice,…}}) is given the number that its argument writes. */
    private Object[] values(@Nullable Format[] places) {
        Object[] values = arguments.toArray();
        for (int i = 0; i < Math.min(places.length, values.length); i++) {
            if (places[i] instanceof NumberFormat) {
                values[i] = new BigDecimal(arguments.get(i));
            }
        }
        return values;
    }
}
