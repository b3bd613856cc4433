package conveyarr.upstream;

import java.util.Set;

/** How a command to a download client ended. */
public sealed interface Outcome {
    Outcome DONE = new Done();

    /** It is so now; it may have been so before. */
    record Done() implements Outcome {}

    /** The program does not have these; for all others that were named it is done. */
    record NotThere(Set<String> ids) implements Outcome {}

    /** It said no, in these words, which are a stranger's. */
    record Refused(String words) implements Outcome {}

    /** This kind of program has no such thing. */
    record CannotDo(String why) implements Outcome {}
}
