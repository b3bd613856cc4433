package conveyarr.notification.text;

import conveyarr.notification.core.Wording;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Qute with what a line of text needs: {@code {field}}, {@code {#if field}…{/if}}, and of a field {@code .quoted}, {@code .spoken} (a duration),
 * {@code .listed} and {@code .span} (a list). No loops and no calls, so that no template can hold the service up or reach into it.
 */
final class Templates {
    private static final int LONGEST = 4000;

    private final Engine engine = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addDefaultValueResolvers()
            .addValueResolver(word("quoted", Templates::quoted))
            .addValueResolver(word("spoken", Templates::spoken))
            .addValueResolver(word("listed", Templates::listed))
            .addValueResolver(word("span", Templates::span))
            .strictRendering(true)
            .build();

    /** What is wrong with a template, and in which line. */
    static final class Wrong extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Wrong(String what) {
            super(what);
        }
    }

    /** Throws {@link Wrong} for a template that cannot be read, that asks for a field which is not there, or that fails on what is there. */
    String render(String template, Map<String, Object> facts) {
        if (template.length() > LONGEST) {
            throw new Wrong("it has more than " + LONGEST + " characters");
        }
        try {
            return engine.parse(template).data(facts).render();
        } catch (TemplateException e) {
            String line = Optional.ofNullable(e.getOrigin())
                    .map(origin -> "line " + origin.getLine() + ": ")
                    .orElse("");
            throw new Wrong(line + e.getMessage().replaceFirst("^(Rendering|Parser) error:? ?", ""));
        } catch (RuntimeException e) { // of what a template has Qute do, such as the seventh of three
            throw new Wrong("it cannot be worked out: "
                    + Optional.ofNullable(e.getMessage()).orElse(e.toString()));
        }
    }

    private static ValueResolver word(String name, Function<Object, String> meaning) {
        return ValueResolver.builder()
                .applyToBaseClass(Object.class)
                .applyToName(name)
                .resolveSync((EvalContext asked) -> meaning.apply(asked.getBase()))
                .build();
    }

    private static String quoted(Object said) {
        return Wording.quoted(said instanceof List<?> several ? join(several, "; ") : String.valueOf(said));
    }

    private static String listed(Object items) {
        return items instanceof List<?> several ? join(several, ", ") : String.valueOf(items);
    }

    /** Such as {@code S01E01–S01E10 (10)}. */
    private static String span(Object items) {
        return items instanceof List<?> several && several.size() > 1
                ? "%s–%s (%d)".formatted(several.getFirst(), several.getLast(), several.size())
                : listed(items);
    }

    private static String spoken(Object time) {
        try {
            return Wording.spoken(Duration.parse(String.valueOf(time)));
        } catch (DateTimeParseException _) {
            return String.valueOf(time);
        }
    }

    private static String join(List<?> items, String between) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(between));
    }
}
