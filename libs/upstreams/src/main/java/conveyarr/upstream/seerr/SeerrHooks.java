package conveyarr.upstream.seerr;

import static conveyarr.upstream.HookJson.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import conveyarr.events.MediaId;
import conveyarr.events.Occurrence;
import conveyarr.events.RequestId;
import conveyarr.events.Via;
import conveyarr.upstream.HookJson;
import conveyarr.upstream.HookReader;
import conveyarr.upstream.Sighting.Asked;
import conveyarr.upstream.Sighting.RequestSeen;
import conveyarr.upstream.Sighting.RequestState;
import conveyarr.upstream.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads hooks made by the default template, which is the same in Overseerr, Jellyseerr and Seerr: every value is text. */
final class SeerrHooks implements HookReader {
    private static final Pattern TITLE_AND_YEAR = Pattern.compile("(.+) \\((\\d{4})\\)", Pattern.DOTALL);

    @Override
    public Reading read(String instance, Instant receivedAt, byte[] body) {
        return HookJson.read(body, "notification_type", Body.class, (type, hook) -> switch (type) {
            case "MEDIA_PENDING",
                    "MEDIA_APPROVED",
                    "MEDIA_AUTO_APPROVED",
                    "MEDIA_DECLINED",
                    "MEDIA_FAILED",
                    "MEDIA_AVAILABLE" ->
                Reading.of(
                        type,
                        new Hook(instance, receivedAt, hook)
                                .seen(RequestState.valueOf(type.substring("MEDIA_".length()))));
            case "TEST_NOTIFICATION", "MEDIA_AUTO_REQUESTED" -> Reading.of(type);
            case "ISSUE_CREATED", "ISSUE_COMMENT", "ISSUE_RESOLVED", "ISSUE_REOPENED" -> Reading.of(type);
            default -> Reading.notUnderstood(type);
        });
    }

    record Body(String event, String subject, Media media, Request request, List<Extra> extra) {}

    record Media(@JsonProperty("media_type") String type, Long tmdbId, Long tvdbId) {}

    record Request(
            @JsonProperty("request_id") Long id,
            @JsonProperty("requestedBy_username") String requestedBy) {}

    record Extra(String name, String value) {}

    private record Hook(String instance, Instant at, Body body) {
        RequestSeen seen(RequestState state) {
            Media media = need(body.media(), "media");
            Request request = need(body.request(), "request");
            long number = need(request.id(), "request_id");
            MediaId about =
                    SeerrWords.media(need(media.type(), "media_type"), need(media.tmdbId(), "tmdbId"), media.tvdbId());
            var occurrence = Occurrence.at(at, Via.HOOK, instance, SeerrWords.key(number, state));
            return new RequestSeen(occurrence, about, new RequestId(instance, number), state, asked(request));
        }

        private Asked asked(Request request) {
            String subject = need(body.subject(), "subject");
            var parts = TITLE_AND_YEAR.matcher(subject);
            boolean dated = parts.matches();
            return new Asked(
                    Words.name(dated ? parts.group(1) : subject),
                    dated ? Optional.of(Integer.valueOf(parts.group(2))) : Optional.empty(),
                    request.requestedBy() == null ? "" : Words.name(request.requestedBy()),
                    body.event() != null
                            && (body.event().startsWith("4K ") || body.event().startsWith("New 4K ")),
                    seasons(),
                    at);
        }

        private List<Integer> seasons() {
            return Stream.ofNullable(body.extra())
                    .flatMap(List::stream)
                    .filter(extra -> "Requested Seasons".equals(extra.name()) && extra.value() != null)
                    .flatMap(extra -> Pattern.compile("\\D+").splitAsStream(extra.value()))
                    .filter(number -> !number.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        }
    }
}
