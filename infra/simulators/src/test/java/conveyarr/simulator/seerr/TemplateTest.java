package conveyarr.simulator.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import conveyarr.simulator.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fills_only_the_first_mark_and_leaves_unknown_ones() {
        assertThat(filled("{\"a\":\"{{x}} {{x}} {{y}}\",\"n\":1}", Map.of("x", "X")))
                .isEqualTo("{\"a\":\"X {{x}} {{y}}\",\"n\":1}");
    }

    @Test
    void dollars_are_mangled_as_javascript_does() {
        assertThat(filled("{\"subject\":\"{{subject}}\"}", Map.of("subject", "Price is $& and $$")))
                .isEqualTo("{\"subject\":\"Price is {{subject}} and $\"}");
    }

    @Test
    void a_value_may_bring_marks_of_variables_that_come_later_but_not_earlier() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("event", "E");
        variables.put("message", "{{event}} {{image}}");
        variables.put("image", "I");
        assertThat(filled("{\"m\":\"{{message}}\"}", variables)).isEqualTo("{\"m\":\"{{event}} I\"}");
    }

    @Test
    void absent_entities_are_null_and_extra_is_a_list() {
        assertThat(filled(
                        "{\"{{media}}\":{\"t\":\"{{x}}\"},\"{{issue}}\":{\"i\":\"1\"},\"{{extra}}\":[]}",
                        Map.of("x", "X")))
                .isEqualTo("{\"media\":{\"t\":\"X\"},\"issue\":null,\"extra\":[]}");
    }

    private static String filled(String template, Map<String, String> variables) {
        return Json.compact(new Template(variables, Set.of("media", "request")).fill(Json.read(template)));
    }
}
