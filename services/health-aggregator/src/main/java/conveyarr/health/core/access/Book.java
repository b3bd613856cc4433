package conveyarr.health.core.access;

import conveyarr.health.core.access.Ground.ByKey;
import conveyarr.health.core.access.Ground.ByPassword;
import conveyarr.health.core.access.Ground.ByProvider;
import conveyarr.health.core.access.Visitor.Proof;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may log in, and which sessions were ended before their time. */
public record Book(Map<String, Account> accounts, Set<String> ended) {
    public static final String KEY_HOLDER = "API key";

    /** Nobody has an account yet. */
    public boolean isNew() {
        return accounts.isEmpty();
    }

    /** Who the session is, if it still holds. */
    public Optional<Visitor> visitor(Session session) {
        if (ended.contains(session.id())) {
            return Optional.empty();
        }
        return switch (session.ground()) {
            case ByKey _ -> Optional.of(new Visitor(KEY_HOLDER, Role.ADMIN, Proof.SESSION));
            case ByProvider(var role, var _) -> Optional.of(new Visitor(session.name(), role, Proof.SESSION));
            case ByPassword(var generation) ->
                Optional.ofNullable(accounts.get(session.name()))
                        .filter(account -> account.generation() == generation)
                        .map(account -> new Visitor(account.name(), account.role(), Proof.SESSION));
        };
    }

    /** Why the account must stay what it is: somebody has to be left who can change settings. */
    public Optional<String> keeps(String name) {
        var admins = accounts.values().stream()
                .filter(account -> account.role() == Role.ADMIN)
                .map(Account::name)
                .toList();
        return admins.equals(List.of(name))
                ? Optional.of("It is the last account that may change settings.")
                : Optional.empty();
    }
}
