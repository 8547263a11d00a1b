package keyturn.ui.home;

import java.util.List;
import java.util.stream.Stream;
import keyturn.ui.parts.Tag;

/**
 * A vault, or the application, in a few lines.
 *
 * @param lines each wraps for itself
 */
public record VaultHead(String name, Tag state, List<String> lines) {
    public VaultHead {
        lines = List.copyOf(lines);
    }

    /** The same with more lines. */
    VaultHead and(List<String> more) {
        return new VaultHead(
                name, state, Stream.concat(lines.stream(), more.stream()).toList());
    }
}
