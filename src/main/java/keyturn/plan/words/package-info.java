/**
 * What steps say to people: titles, reasons, sources and what is true afterwards, made from the typed steps whenever they are
 * shown, by one class per family. No step carries a sentence, so that a reworded bundle changes no plan.
 */
@NullMarked
package keyturn.plan.words;

import org.jspecify.annotations.NullMarked;
