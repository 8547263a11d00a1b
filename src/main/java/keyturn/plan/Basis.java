package keyturn.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts that a plan relies on.
 *
 * @param facts name to written value, such as {@code provider.AzureKeyVault_EKM.dllPath}
 */
public record Basis(SortedMap<String, String> facts) {
    public Basis {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
