/** Pictures of what depends on what, and of what a change leads to. They draw values that were decided elsewhere. */
@NullMarked
package keyturn.ui.picture;

import org.jspecify.annotations.NullMarked;
