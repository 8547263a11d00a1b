@NullMarked
package keyturn.cli.option;

import org.jspecify.annotations.NullMarked;
