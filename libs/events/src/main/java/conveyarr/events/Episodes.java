package conveyarr.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which part of a series an event is about; on the wire a list such as {@code ["S01E01", "S01E02"]}. Season 0 holds the specials. */
public record Episodes(List<Number> numbers) {

    /** One episode by its season and its place in it. */
    public record Number(int season, int episode) {
        private static Number parse(String code) {
            String[] parts = code.substring(1).split("E", 2);
            return new Number(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        /** Such as {@code S01E02}. */
        public String code() {
            return "S%02dE%02d".formatted(season, episode);
        }
    }

    public Episodes {
        numbers = numbers.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Number::season).thenComparingInt(Number::episode))
                .toList();
    }

    @JsonCreator
    static Episodes parse(List<String> codes) {
        return new Episodes(codes.stream().map(Number::parse).toList());
    }

    @JsonValue
    public List<String> codes() {
        return numbers.stream().map(Number::code).toList();
    }

    public static Optional<Episodes> of(List<Number> numbers) {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new Episodes(numbers));
    }

    public static Optional<Episodes> both(Optional<Episodes> one, Optional<Episodes> other) {
        return of(Stream.of(one, other)
                .flatMap(Optional::stream)
                .flatMap(part -> part.numbers().stream())
                .toList());
    }

    public List<Integer> seasons() {
        return numbers.stream().map(Number::season).distinct().toList();
    }
}
