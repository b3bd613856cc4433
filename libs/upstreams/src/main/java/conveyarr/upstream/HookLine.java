package conveyarr.upstream;

/** A command or a script, ready to paste, by which a program tells us what happens; {@code where} says where it goes. */
public record HookLine(String where, String text) {}
