package keyturn.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Problem;
import keyturn.domain.Sha256;
import keyturn.run.files.FiledJson;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.JournalEntry;

/** The looks at a run that were filed, in the order in which they were made: at its ends, and later ones. */
record FiledLooks(List<Look> looks) {

    FiledLooks {
        looks = List.copyOf(looks);
    }

    /**
     * One of them, as its file has it.
     *
     * @param place the number of the journal's line after which it was filed
     * @param at when the server was looked at, or when the run stopped
     */
    record Look(String file, JsonNode content, long place, Instant at) {

        /** Made later, not by the run itself. */
        boolean isLater() {
            return file.startsWith("verification-");
        }

        /** DONE and so on; empty where the run stopped. */
        Optional<String> overall() {
            return Optional.ofNullable(content.at("/verification/overall").textValue());
        }

        /** Of the plan that it is about. */
        String digest() {
            return content.at("/plan/digest").asText();
        }

        /** How far the server's local time was from UTC then; UTC where that could not be read. */
        ZoneOffset offset() {
            return Stream.of("seen", "after", "before")
                    .flatMap(look -> Stream.ofNullable(
                            content.path(look).path("startedAt").textValue()))
                    .flatMap(text -> offset(text).stream())
                    .findFirst()
                    .orElse(ZoneOffset.UTC);
        }

        private static Optional<ZoneOffset> offset(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).getOffset());
            } catch (DateTimeException other) {
                return Optional.empty();
            }
        }
    }

    /** The newest first. */
    List<Look> newestFirst() {
        return looks.reversed();
    }

    /** @throws Problem.Raised if a file cannot be read */
    static FiledLooks of(Path folder, List<JournalEntry> journal) throws Problem.Raised {
        List<Look> looks = new ArrayList<>();
        for (String name : Sums.names(folder)) {
            if (EvidenceFiles.isEvidence(name) || EvidenceFiles.isLaterLook(name)) {
                looks.add(look(folder.resolve(name), name, journal));
            }
        }
        looks.sort(Comparator.comparingLong(Look::place).thenComparing(Look::isLater));
        return new FiledLooks(looks);
    }

    private static Look look(Path file, String name, List<JournalEntry> journal) throws Problem.Raised {
        try {
            byte[] bytes = OrdinaryFile.bytes(file);
            JsonNode content = FiledJson.of(new String(bytes, StandardCharsets.UTF_8));
            long place = EvidenceFiles.isLaterLook(name)
                    ? lineOf(Sha256.of(bytes), journal)
                    : content.at("/journal/lines").asLong();
            return new Look(name, content, place, at(content, place, journal));
        } catch (JsonProcessingException broken) {
            throw FiledRun.raised("evidence", file);
        } catch (IOException unreadable) {
            throw FiledRun.raised("unreadable", file);
        }
    }

    private static long lineOf(String digest, List<JournalEntry> journal) {
        return journal.stream()
                .filter(line -> line.digest().equals(Optional.of(digest)))
                .mapToLong(JournalEntry::seq)
                .findFirst()
                .orElse(journal.size());
    }

    private static Instant at(JsonNode content, long place, List<JournalEntry> journal) {
        String told = content.at("/verification/lookedAt").asText();
        try {
            return Instant.parse(told);
        } catch (DateTimeException stopped) {
            return journal.isEmpty()
                    ? Instant.EPOCH
                    : journal.get(Math.clamp(place, 1, journal.size()) - 1).at();
        }
    }
}
