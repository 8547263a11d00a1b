package keyturn.ui.parts.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something was found in a script.
 *
 * @param line which of the lines, from 0
 * @param from where it begins in the line
 */
record ScriptHit(int line, int from) {

    /** All places in order, whatever the case of the letters; nothing is found by an empty text. */
    static List<ScriptHit> of(List<ScriptLine> lines, String wanted) {
        List<ScriptHit> hits = new ArrayList<>();
        for (int line = 0; line < lines.size() && !wanted.isEmpty(); line++) {
            String text = lines.get(line).text();
            for (int at = 0; at + wanted.length() <= text.length(); at++) {
                if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                    hits.add(new ScriptHit(line, at));
                }
            }
        }
        return hits;
    }
}
