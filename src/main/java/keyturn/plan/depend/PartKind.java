package keyturn.plan.depend;

import java.util.List;

/** What a part is; in the order in which the picture shows them. */
public enum PartKind {
    PROVIDER,
    KEY,
    LOGIN,
    CREDENTIAL,
    VAULT,
    VAULT_KEY,
    DATABASE;

    /** The kinds that stand in columns, from left to right; databases stand below. */
    public static final List<PartKind> COLUMNS = List.of(PROVIDER, KEY, LOGIN, CREDENTIAL, VAULT, VAULT_KEY);
}
