package conveyarr.testkit.docs;

import conveyarr.flow.ServiceContract;
import java.util.Arrays;
import java.util.stream.Collectors;

/** docs/flow.md: who hears whom, made from the contracts of the services. */
public final class FlowDoc {
    private FlowDoc() {}

    public static String text() {
        var text = new StringBuilder("""
                # The flow

                Made from the `@ServiceContract` of each service; `make docs` writes it again, and a test fails when it is stale.

                | service | what it does | hears | tells | calls |
                |---|---|---|---|---|
                """);
        Contracts.declared().values().forEach(contract -> text.append(row(contract)));
        text.append("\n```mermaid\nflowchart LR\n");
        Contracts.declared().values().forEach(contract -> text.append(arrows(contract)));
        return text.append("```\n").toString();
    }

    private static String row(ServiceContract contract) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        contract.name(),
                        contract.purpose(),
                        list(contract.consumes()),
                        list(contract.produces()),
                        Arrays.stream(contract.calls())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(", ")));
    }

    private static String list(String[] topics) {
        return Arrays.stream(topics).sorted().map(topic -> "`" + topic + "`").collect(Collectors.joining(", "));
    }

    private static String arrows(ServiceContract contract) {
        var arrows = new StringBuilder();
        Arrays.stream(contract.produces())
                .sorted()
                .forEach(topic -> arrows.append("  %s --> %s([%s])\n".formatted(contract.name(), id(topic), topic)));
        Arrays.stream(contract.consumes())
                .sorted()
                .forEach(topic -> arrows.append("  %s([%s]) --> %s\n".formatted(id(topic), topic, contract.name())));
        return arrows.toString();
    }

    private static String id(String topic) {
        return topic.replace('.', '_');
    }
}
