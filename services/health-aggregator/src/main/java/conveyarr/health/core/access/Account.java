package conveyarr.health.core.access;

import java.util.Optional;

/** Somebody who may log in. Each new password has another {@code generation}, a number by chance, which ends all sessions before. */
public record Account(String name, Role role, Password password, int generation) {
    /** What is wrong with a new name, as a sentence. */
    public static Optional<String> wrong(String name) {
        return name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}")
                ? Optional.empty()
                : Optional.of("A name has letters, digits and . _ @ - alone, and begins with one of the first two.");
    }
}
