package keyturn.practice.server.state;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The databases of an instance, in their order, each found at once by number or name however many there are. */
final class Databases extends AbstractList<Database> implements RandomAccess {

    private final List<Database> all;

    /** Made when first asked for; whoever makes it again makes the same. */
    private volatile @Nullable Index index;

    private record Index(Map<Integer, Database> byId, Map<String, Database> byName) {}

    private Databases(List<Database> all) {
        this.all = all;
    }

    static Databases of(List<Database> all) {
        return all instanceof Databases already ? already : new Databases(List.copyOf(all));
    }

    @Override
    public Database get(int place) {
        return all.get(place);
    }

    @Override
    public int size() {
        return all.size();
    }

    Optional<Database> numbered(int id) {
        return Optional.ofNullable(index().byId().get(id));
    }

    /** Case does not count. */
    Optional<Database> named(String name) {
        return Optional.ofNullable(index().byName().get(folded(name)));
    }

    private Index index() {
        Index made = index;
        if (made == null) {
            Map<Integer, Database> byId = HashMap.newHashMap(all.size());
            Map<String, Database> byName = HashMap.newHashMap(all.size());
            for (Database database : all) {
                byId.putIfAbsent(database.id(), database);
                byName.putIfAbsent(folded(database.name()), database);
            }
            made = new Index(byId, byName);
            index = made;
        }
        return made;
    }

    /** Equal for names that {@link String#equalsIgnoreCase} takes for equal. */
    private static String folded(String name) {
        char[] letters = name.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(Character.toUpperCase(letters[i]));
        }
        return new String(letters);
    }
}
