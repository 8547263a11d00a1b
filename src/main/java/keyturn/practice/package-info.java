/**
 * The practice range: a SQL Server (later a vault, a directory and a host) on loopback that behaves like the real one.
 *
 * <p>Knows nothing of Keyturn's other rooms, so that one misunderstanding cannot pass both ends. {@code tds} speaks the
 * wire, {@code tsql} understands the language, {@code server} holds the state that statements read and change,
 * {@code scenario} reads the files a world starts from.
 */
@NullMarked
package keyturn.practice;

import org.jspecify.annotations.NullMarked;
