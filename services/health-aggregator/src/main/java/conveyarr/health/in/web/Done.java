package conveyarr.health.in.web;

import java.util.Arrays;
import java.util.Optional;

/** What a page says of the action that led to it; the address holds its word alone, so that nobody can put words in our mouth. */
enum Done {
    ASKED("The action is under way. Its effect appears here as soon as the program confirms it."),
    REPLAYED("The hook is published again. What it caused before keeps its ids, so nobody is told twice."),
    RESENT("The message is sent once more."),
    MUTED("Muted until the time below."),
    UNMUTED("The mute is removed."),
    LOOKED("It is looked at. What that gives appears here by itself."),
    SAVED("Saved."),
    KEPT("Saved. It counts from the next start on."),
    FORGOTTEN("Removed. It is left alone from the next start on."),
    RESET("The standard text is used again."),
    WELCOME("The account is there, and you are logged in with it."),
    REMOVED("The account is removed, and its sessions are over.");

    private final String sentence;

    Done(String sentence) {
        this.sentence = sentence;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<String> sentence(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .map(one -> one.sentence);
    }
}
