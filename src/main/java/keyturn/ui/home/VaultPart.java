package keyturn.ui.home;

import java.util.List;
import keyturn.domain.Problem;

/**
 * What was seen at the Azure doors, told.
 *
 * @param read how many vaults told their keys
 * @param count how many keys they told
 * @param problems what kept us from seeing more, each with its next step
 */
public record VaultPart(List<VaultHead> heads, List<VaultRow> keys, long read, long count, List<Problem> problems) {
    public VaultPart {
        heads = List.copyOf(heads);
        keys = List.copyOf(keys);
        problems = List.copyOf(problems);
    }
}
