package keyturn.practice.tsql.query;

import java.util.EnumSet;
import java.util.Set;

/** A piece of a query in both dialects. */
record Twin(String tsql, String h2, Set<Difference> differences) {

    static Twin same(String text) {
        return new Twin(text, text, Set.of());
    }

    static Twin of(String tsql, String h2) {
        return new Twin(tsql, h2, Set.of());
    }

    Twin but(Difference difference) {
        Set<Difference> all = EnumSet.of(difference);
        all.addAll(differences);
        return new Twin(tsql, h2, all);
    }

    /** The pieces in place of each {@code %s}; what the two dialects write alike. */
    static Twin join(String pattern, Twin... parts) {
        return join(pattern, pattern, parts);
    }

    static Twin join(String tsql, String h2, Twin... parts) {
        Object[] ours = new Object[parts.length];
        Object[] theirs = new Object[parts.length];
        Set<Difference> all = EnumSet.noneOf(Difference.class);
        for (int i = 0; i < parts.length; i++) {
            ours[i] = parts[i].tsql;
            theirs[i] = parts[i].h2;
            all.addAll(parts[i].differences);
        }
        return new Twin(String.format(tsql, ours), String.format(h2, theirs), all);
    }
}
