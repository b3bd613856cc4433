package conveyarr.health.in.web;

import conveyarr.health.core.access.Account;
import conveyarr.health.core.access.Role;
import java.util.List;

/** The accounts; {@code open} when there are no logins, {@code proxied} when a proxy may log people in, {@code trouble} or empty. */
public record AccessPage(List<Account> accounts, boolean open, boolean proxied, String trouble) {
    public Role[] roles() {
        return Role.values();
    }
}
