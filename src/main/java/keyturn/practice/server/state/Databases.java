package keyturn.practice.server.state;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import keyturn.practice.tsql.types.Collation;
import org.jspecify.annotations.Nullable;

/** The databases of an instance, in their order, each found at once by number or name however many there are. */
final class Databases extends AbstractList<Database> implements RandomAccess {

    private final List<Database> all;
    private final Collation collation;

    /** Made when first asked for; whoever makes it again makes the same. */
    private volatile @Nullable Index index;

    private record Index(Map<Integer, Database> byId, Map<String, Database> byName) {}

    private Databases(List<Database> all, Collation collation) {
        this.all = all;
        this.collation = collation;
    }

    /** @param collation the server's, by which their names are compared */
    static Databases of(List<Database> all, Collation collation) {
        return all instanceof Databases already && already.collation.equals(collation)
                ? already
                : new Databases(List.copyOf(all), collation);
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

    Optional<Database> named(String name) {
        return Optional.ofNullable(index().byName().get(collation.key(name)));
    }

    private Index index() {
        Index made = index;
        if (made == null) {
            Map<Integer, Database> byId = HashMap.newHashMap(all.size());
            Map<String, Database> byName = HashMap.newHashMap(all.size());
            for (Database database : all) {
                byId.putIfAbsent(database.id(), database);
                byName.putIfAbsent(collation.key(database.name()), database);
            }
            made = new Index(byId, byName);
            index = made;
        }
        return made;
    }
}
