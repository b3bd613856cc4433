package conveyarr.library.out;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions of a query, joined by "and"; each {@code ?} takes the next number. */
final class Conditions {
    private final StringBuilder text = new StringBuilder("true");
    private final List<String> values = new ArrayList<>();

    void and(String condition, String... given) {
        text.append(" and ").append(numbered(condition));
        values.addAll(List.of(given));
    }

    void andOneOf(List<String> words) {
        String each = words.stream().map(_ -> "words like ? escape '!'").collect(Collectors.joining(" or ", "(", ")"));
        and(each, words.stream().map(word -> "%" + escaped(word) + "%").toArray(String[]::new));
    }

    private String numbered(String condition) {
        var all = new StringBuilder();
        int number = values.size();
        for (char one : condition.toCharArray()) {
            all.append(one);
            if (one == '?') {
                all.append(++number);
            }
        }
        return all.toString();
    }

    static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    String text() {
        return text.toString();
    }

    List<String> values() {
        return values;
    }
}
