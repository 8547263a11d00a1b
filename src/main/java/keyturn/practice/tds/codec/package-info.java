/** Bytes of the TDS protocol: little-endian numbers, counted texts, type descriptions, values. Knows no connection. */
@NullMarked
package keyturn.practice.tds.codec;

import org.jspecify.annotations.NullMarked;
