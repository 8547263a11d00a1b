@NullMarked
package keyturn.script.json;

import org.jspecify.annotations.NullMarked;
