package conveyarr.upstream.arr;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import conveyarr.upstream.ArrOrder.ForceImport;
import conveyarr.upstream.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The import of a download by hand: what the program itself proposes for each of its files, as far as it found our title in it. Its reasons
 * against are what a person overrules here; a file of another title, or of none, stays where it is.
 */
record ArrImport(Dialect dialect, ForceImport order, String downloadId, List<JsonNode> proposals) {
    private static final List<String> AS_PROPOSED =
            List.of("path", "folderName", "quality", "languages", "releaseGroup", "indexerFlags", "releaseType");

    List<Map<String, Object>> files() {
        return proposals.stream()
                .filter(this::isOurs)
                .map(this::file)
                .filter(file ->
                        file.keySet().containsAll(dialect.verbs().proposal().keySet()))
                .toList();
    }

    Map<String, Object> command() {
        return Map.of("name", "ManualImport", "importMode", "auto", "files", files());
    }

    /** In the program's own words, file by file. */
    String whyNot() {
        var reasons = proposals.stream()
                .flatMap(proposal ->
                        StreamSupport.stream(proposal.path("rejections").spliterator(), false))
                .map(rejection -> rejection.path("reason").asText(""))
                .filter(reason -> !reason.isBlank())
                .distinct()
                .limit(5)
                .toList();
        return reasons.isEmpty()
                ? "it finds no file of this title in the download"
                : Words.reason(String.join("; ", reasons));
    }

    private boolean isOurs(JsonNode proposal) {
        return dialect.works(proposal).stream().anyMatch(work -> work.media().equals(order.media()));
    }

    private Map<String, Object> file(JsonNode proposal) {
        var file = new LinkedHashMap<String, Object>();
        AS_PROPOSED.stream().filter(proposal::hasNonNull).forEach(name -> file.put(name, proposal.get(name)));
        file.put("downloadId", downloadId);
        dialect.verbs().proposal().forEach((name, where) -> {
            var found = at(proposal, where);
            if (found != null) {
                file.put(name, found);
            }
        });
        return file;
    }

    /** {@code null} where the proposal has no such thing, since such a file cannot be imported. */
    private static Object at(JsonNode proposal, String where) {
        String[] parts = where.split("/\\*", 2);
        JsonNode found = proposal.at(JsonPointer.compile(parts[0]));
        if (parts.length == 1) {
            return found.isMissingNode() || found.isNull() ? null : found;
        }
        var each = Stream.of(found)
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(one -> one.at(JsonPointer.compile(parts[1])))
                .filter(one -> !one.isMissingNode())
                .filter(Objects::nonNull)
                .toList();
        return each.isEmpty() ? null : each;
    }
}
