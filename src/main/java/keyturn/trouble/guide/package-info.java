/**
 * The answers that need no server: {@code keyturn/guide/questions.md}, part of the program so that it is read offline. Written in a small part of
 * Markdown: headings with an id, paragraphs, lists, code between backquotes.
 */
@NullMarked
package keyturn.trouble.guide;

import org.jspecify.annotations.NullMarked;
