package keyturn.trouble;

import java.util.List;

/**
 * Who makes a provider: their codes collide.
 *
 * @param name empty: no word of the text says it
 * @param microsoft it is the SQL Server Connector
 * @param words any of which names it, in lower case
 */
public record Maker(String name, boolean microsoft, List<String> words) {

    /** No text said which. The connector is what this program is about. */
    public static final Maker UNSAID = new Maker("", true, List.of());

    public Maker {
        words = List.copyOf(words);
    }

    public boolean isSaid() {
        return !name.isEmpty();
    }

    /** Whether its codes have the meaning that Microsoft's list gives them. */
    public boolean uses(ProviderCode code) {
        return microsoft || code.generation() == Generation.ENGINE;
    }
}
