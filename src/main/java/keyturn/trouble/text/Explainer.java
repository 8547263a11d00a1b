package keyturn.trouble.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.trouble.Combination;
import keyturn.trouble.ForeignPhrase.Source;
import keyturn.trouble.Knowledge;
import keyturn.trouble.Maker;
import keyturn.trouble.Reaction;
import keyturn.trouble.RootCause;

/** Explains whatever somebody types or pastes: a code, a symbol, a message, words, a whole log. */
public final class Explainer {

    /** What goes beyond is not read. */
    public static final int LONGEST = 400_000;

    /** What else may be wrong where a code is in no list, or no code was given. */
    private static final List<RootCause> USUAL =
            List.of(RootCause.NO_ROUTE, RootCause.SERVICE_DOWN, RootCause.KEY_DELETED, RootCause.RUNTIME_MISSING);

    /** What strikes several vaults at once. */
    private static final List<RootCause> OUTAGE =
            List.of(RootCause.SERVICE_DOWN, RootCause.SIGN_IN_DOWN, RootCause.NO_ROUTE);

    /** They say no more than that something was wrong before. */
    private static final Set<RootCause> POINTERS =
            Set.of(RootCause.SEE_FIRST_MESSAGE, RootCause.SEE_CHECKS, RootCause.INFORMATION);

    /** Failures on the network that strike several vaults at once come from no one vault. */
    private static final Set<RootCause> OUTSIDE = Set.of(
            RootCause.NO_ROUTE,
            RootCause.SERVICE_DOWN,
            RootCause.SIGN_IN_DOWN,
            RootCause.THROTTLED,
            RootCause.VAULT_NAME_WRONG);

    /** Their words name one thing. */
    private static final Set<Source> EXACT = Set.of(Source.ENTRA, Source.VAULT, Source.KEYTURN, Source.SQL);

    private final Knowledge knowledge;

    public Explainer(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public Explanation explain(String input) {
        boolean cut = input.length() > LONGEST;
        String text = (cut ? input.substring(0, LONGEST) : input).strip();
        Lookup lookup = new Lookup(knowledge, text);
        List<Clue> bare = lookup.bare();
        if (!bare.isEmpty()) {
            return of(Maker.UNSAID, bare, ofNumbers(lookup, bare), false, cut);
        }
        TextReader read = new TextReader(knowledge, text);
        List<Clue> found = read.found();
        if (found.isEmpty()) {
            List<Clue> searched = lookup.searched();
            return searched.isEmpty()
                    ? new Explanation(read.maker(), List.of(), Verdict.UNKNOWN, USUAL, lookup.suggestions(), cut)
                    : of(read.maker(), searched, causes(searched), false, cut);
        }
        return of(read.maker(), found, causes(read, found), isWide(read), cut);
    }

    /** Nobody knows which of them is meant: patience is advised only where each asks for it. */
    private List<RootCause> ofNumbers(Lookup lookup, List<Clue> bare) {
        if (!lookup.isOneNumber()) {
            return causes(telling(bare));
        }
        boolean eachWaits =
                bare.stream().allMatch(one -> one.causes().stream().limit(1).allMatch(this::waits));
        return eachWaits
                ? causes(bare)
                : bare.stream()
                        .flatMap(one -> one.causes().stream())
                        .distinct()
                        .sorted(Comparator.comparing(this::waits))
                        .toList();
    }

    private boolean waits(RootCause cause) {
        return knowledge.entry(cause).reaction() == Reaction.WAIT;
    }

    private Explanation of(Maker maker, List<Clue> found, List<RootCause> causes, boolean wide, boolean cut) {
        Verdict verdict = wide ? Verdict.WAIT : verdict(causes);
        List<RootCause> shown =
                switch (verdict) {
                    case WAIT -> wide ? OUTAGE : passing(causes);
                    case UNDOCUMENTED -> USUAL;
                    case CAUSES -> causes;
                    case NOTHING_WRONG -> causes;
                    case UNKNOWN -> causes;
                };
        return new Explanation(maker, found, verdict, shown, List.of(), cut);
    }

    /** Those that ask for patience: a repair beside them would be tried. */
    private List<RootCause> passing(List<RootCause> causes) {
        return causes.stream().filter(this::waits).toList();
    }

    private Verdict verdict(List<RootCause> causes) {
        if (causes.isEmpty()) {
            return Verdict.UNDOCUMENTED;
        }
        return switch (knowledge.entry(causes.getFirst()).reaction()) {
            case ACT -> Verdict.CAUSES;
            case WAIT -> Verdict.WAIT;
            case FINE -> Verdict.NOTHING_WRONG;
        };
    }

    /** Several vaults failed, each in words of its own: that one was named beside it says nothing. */
    private boolean isWide(TextReader read) {
        return read.vaults() > 1
                && read.besideVaults()
                                .filter(passage -> isOutside(new TextReader(knowledge, passage)))
                                .flatMap(passage -> new TextReader(knowledge, passage).vaultNames().stream())
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }

    private static boolean isOutside(TextReader passage) {
        return passage.found().stream()
                .flatMap(one -> one.causes().stream().limit(1))
                .anyMatch(OUTSIDE::contains);
    }

    private List<RootCause> causes(TextReader read, List<Clue> found) {
        Stream<RootCause> own = found.stream().filter(Explainer::isExact).flatMap(one -> one.causes().stream());
        Stream<RootCause> together = knowledge.combinations().stream()
                .filter(one -> one.codes().isEmpty() || read.maker().microsoft())
                .filter(one -> one.isIn(read.messageNumbers(), read.codeNumbers()))
                .limit(1)
                .map(Combination::causes)
                .flatMap(List::stream);
        List<RootCause> all = inOrder(
                Stream.of(own, together, causes(telling(found)).stream()).flatMap(one -> one));
        // Its words of a network are of another way than the one to the vault.
        return all.contains(RootCause.SERVER_UNREACHABLE) ? List.of(RootCause.SERVER_UNREACHABLE) : all;
    }

    /** A code or the words of another program say why; the message of SQL Server around them only says that. */
    private static List<Clue> telling(List<Clue> found) {
        List<Clue> telling = found.stream()
                .filter(one -> !isMessage(one) && !one.causes().isEmpty())
                .toList();
        return telling.isEmpty() ? found : telling;
    }

    private static boolean isMessage(Clue found) {
        return switch (found) {
            case Clue.OfMessage message -> true;
            case Clue.OfPhrase phrase -> false;
            case Clue.OfCode code -> false;
            case Clue.UndocumentedCode code -> false;
            case Clue.ForeignCode code -> false;
            case Clue.OfStatus status -> false;
            case Clue.OfCause cause -> false;
        };
    }

    /** Words of the vault and of the sign-in service name one thing; a provider's code stands for several. */
    private static boolean isExact(Clue found) {
        return switch (found) {
            case Clue.OfPhrase phrase -> EXACT.contains(phrase.phrase().source());
            case Clue.OfMessage message -> false;
            case Clue.OfCode code -> false;
            case Clue.UndocumentedCode code -> false;
            case Clue.ForeignCode code -> false;
            case Clue.OfStatus status -> false;
            case Clue.OfCause cause -> true;
        };
    }

    private static List<RootCause> causes(List<Clue> found) {
        return inOrder(found.stream().flatMap(one -> one.causes().stream()));
    }

    private static List<RootCause> inOrder(Stream<RootCause> causes) {
        List<RootCause> all = new ArrayList<>(causes.collect(LinkedHashSet::new, Set::add, Set::addAll));
        if (!POINTERS.containsAll(all)) {
            all.removeAll(POINTERS);
        }
        all.sort(Comparator.comparing(POINTERS::contains));
        return List.copyOf(all);
    }
}
