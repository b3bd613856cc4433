package conveyarr.request;

import conveyarr.request.core.Approval;
import conveyarr.request.core.Approval.Rule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which requests are approved without a person. Nothing is, unless the owner says so. */
@ConfigMapping(prefix = "conveyarr.request.auto-approve")
public interface ApprovalConfig {
    @WithDefault("false")
    boolean enabled();

    /** The first that fits approves. */
    List<RuleConfig> rules();

    /** What a rule leaves out, it does not care about. */
    interface RuleConfig {
        /** By this name the timeline says who approved. */
        String name();

        /** {@code movie} or {@code series}. */
        Optional<String> kind();

        /** Names as Seerr shows them, or references of people. */
        Optional<Set<String>> users();

        /** How many requests of one person may wait, the one in question counted. */
        Optional<Integer> maxPending();

        /** How many seasons may be asked for at once. */
        Optional<Integer> maxSeasons();

        /** Whether it is for 4K too. */
        @WithDefault("false")
        boolean uhd();
    }

    default Approval approval() {
        return enabled()
                ? new Approval(rules().stream().map(ApprovalConfig::rule).toList())
                : Approval.NEVER;
    }

    private static Rule rule(RuleConfig rule) {
        String kind = rule.kind().orElse("movie");
        if (!kind.equals("movie") && !kind.equals("series")) {
            throw new IllegalArgumentException("conveyarr.request.auto-approve: the rule '" + rule.name()
                    + "' has the kind '" + kind + "'; it is movie or series, or left out for both");
        }
        return new Rule(
                rule.name(),
                rule.kind(),
                rule.users().orElse(Set.of()),
                rule.maxPending(),
                rule.maxSeasons(),
                rule.uhd());
    }
}
