/**
 * The programs that we talk to. A port says in our words what a service may ask of a kind of program; each folder below holds one kind: its
 * API as we use it, the adapter, the reader of its hooks. A new kind is a new folder and no change elsewhere.
 */
package conveyarr.upstream;
