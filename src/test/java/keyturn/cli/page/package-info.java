@NullMarked
package keyturn.cli.page;

import org.jspecify.annotations.NullMarked;
