package keyturn.practice.tds.codec;

import java.util.Arrays;

/** Gathers little-endian values that go out. */
public final class ByteSink {

    private byte[] bytes = new byte[128];
    private int size;

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    public byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    public ByteSink u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    public ByteSink u16(int value) {
        return number(value, 2);
    }

    public ByteSink u16BigEndian(int value) {
        return u8(value >> 8).u8(value);
    }

    public ByteSink i32(int value) {
        return number(value, 4);
    }

    public ByteSink i64(long value) {
        return number(value, 8);
    }

    /** The lowest so many bytes of a number. */
    public ByteSink number(long value, int count) {
        room(count);
        for (int i = 0; i < count; i++) {
            bytes[size++] = (byte) (value >>> (8 * i));
        }
        return this;
    }

    public ByteSink raw(byte... more) {
        return raw(more, 0, more.length);
    }

    public ByteSink raw(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, bytes, size, count);
        size += count;
        return this;
    }

    public ByteSink raw(ByteSink other) {
        return raw(other.bytes, 0, other.size);
    }

    /** UTF-16, unit by unit: half a pair goes out as it is. */
    public ByteSink text(String text) {
        room(Math.multiplyExact(text.length(), 2));
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            bytes[size++] = (byte) unit;
            bytes[size++] = (byte) (unit >> 8);
        }
        return this;
    }

    /** A text of at most 255 characters with its length in one byte before it; what is longer is cut. */
    public ByteSink shortText(String text) {
        String cut = cut(text, 255);
        return u8(cut.length()).text(cut);
    }

    /** A text with its length in two bytes before it; what is longer than {@code most} characters is cut. */
    public ByteSink longText(String text, int most) {
        String cut = cut(text, most);
        return u16(cut.length()).text(cut);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(size, Math.max(more, size)));
        }
    }
}
