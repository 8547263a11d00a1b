package keyturn.practice.tsql.types;

import java.util.Arrays;
import java.util.HexFormat;

/** A binary value: bytes that compare by content and never change. */
public final class Bytes implements Comparable<Bytes> {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** From hexadecimal digits without {@code 0x}. */
    public static Bytes ofHex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits));
    }

    public byte[] toArray() {
        return content.clone();
    }

    public int length() {
        return content.length;
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** As T-SQL writes it: {@code 0x0AFF}. */
    @Override
    public String toString() {
        return "0x" + HexFormat.of().withUpperCase().formatHex(content);
    }
}
