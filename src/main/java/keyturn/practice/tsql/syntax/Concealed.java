package keyturn.practice.tsql.syntax;

/** A password or a secret as a statement holds it; it prints as a mask. */
public record Concealed(String text) {

    @Override
    public String toString() {
        return "***";
    }
}
