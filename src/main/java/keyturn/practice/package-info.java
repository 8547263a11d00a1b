/**
 * The practice range: a SQL Server, vaults, a directory and a resource manager and a Windows host on loopback that behave like the real ones.
 *
 * <p>Knows nothing of Keyturn's other rooms, so that one misunderstanding cannot pass both ends. {@code tds} speaks the
 * wire, {@code tsql} understands the language, {@code server} holds the state that statements read and change,
 * {@code vault}, {@code directory} and {@code azure} are what lies in the cloud, over HTTPS as {@code web} has it; {@code host} is the
 * Windows that the server runs on;
 * {@code scenario} reads the files a world starts from.
 */
@NullMarked
package keyturn.practice;

import org.jspecify.annotations.NullMarked;
