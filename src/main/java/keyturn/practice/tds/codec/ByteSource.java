package keyturn.practice.tds.codec;

import java.util.Arrays;

/** Reads little-endian values from bytes that came in; every read past the end is a {@link ProtocolFault}. */
public final class ByteSource {

    private final byte[] bytes;
    private int at;

    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    public int remaining() {
        return bytes.length - at;
    }

    public int u8() throws ProtocolFault {
        need(1);
        return bytes[at++] & 0xFF;
    }

    public int u16() throws ProtocolFault {
        return (int) unsigned(2);
    }

    public int i32() throws ProtocolFault {
        return (int) unsigned(4);
    }

    public long i64() throws ProtocolFault {
        return unsigned(8);
    }

    /** An unsigned number of 1 to 8 bytes (8: its bits as they are). */
    public long unsigned(int size) throws ProtocolFault {
        need(size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[at + i] & 0xFF);
        }
        at += size;
        return value;
    }

    public byte[] take(int count) throws ProtocolFault {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    public void skip(int count) throws ProtocolFault {
        need(count);
        at += count;
    }

    /** UTF-16 text of so many characters, unit by unit: what no valid text would hold comes through unchanged. */
    public String text(int characters) throws ProtocolFault {
        need(Math.multiplyExact(characters, 2));
        char[] text = new char[characters];
        for (int i = 0; i < characters; i++, at += 2) {
            text[i] = (char) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8));
        }
        return new String(text);
    }

    /** All that is left, as UTF-16 text. */
    public String rest() throws ProtocolFault {
        if (remaining() % 2 != 0) {
            throw new ProtocolFault("Text with half a character at its end.");
        }
        return text(remaining() / 2);
    }

    /** A text with its length in characters in one byte before it. */
    public String shortText() throws ProtocolFault {
        return text(u8());
    }

    private void need(int count) throws ProtocolFault {
        if (count < 0 || count > remaining()) {
            throw new ProtocolFault("Wanted " + count + " bytes where " + remaining() + " are left.");
        }
    }
}
