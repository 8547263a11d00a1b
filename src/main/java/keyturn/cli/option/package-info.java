/** What a verb is told: targets, choices, passwords, secrets, files of arguments. */
@NullMarked
package keyturn.cli.option;

import org.jspecify.annotations.NullMarked;
