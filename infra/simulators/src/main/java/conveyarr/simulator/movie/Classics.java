package conveyarr.simulator.movie;

import java.util.List;

/** The programme of the demo. */
public final class Classics {
    /** Well-known movies in the public domain: the programme of the demo. */
    public static final List<Movie> ALL = List.of(
            new Movie(
                    10331,
                    "tt0063350",
                    "Night of the Living Dead",
                    1968,
                    "1968-10-04",
                    "Horror",
                    "The dead rise, and seven strangers board up a farmhouse.",
                    ""),
            new Movie(
                    961,
                    "tt0017925",
                    "The General",
                    1926,
                    "1926-12-25",
                    "Comedy",
                    "A train driver chases his stolen engine through a war.",
                    ""),
            new Movie(
                    653,
                    "tt0013442",
                    "Nosferatu",
                    1922,
                    "1922-03-04",
                    "Horror",
                    "An estate agent travels to the castle of Count Orlok.",
                    ""),
            new Movie(
                    19,
                    "tt0017136",
                    "Metropolis",
                    1927,
                    "1927-01-10",
                    "Science Fiction",
                    "In a city of towers the workers below keep the machines running.",
                    ""),
            new Movie(
                    234,
                    "tt0010323",
                    "The Cabinet of Dr. Caligari",
                    1920,
                    "1920-02-27",
                    "Horror",
                    "A showman and his sleepwalker come to a crooked town.",
                    ""),
            new Movie(
                    4808,
                    "tt0056923",
                    "Charade",
                    1963,
                    "1963-12-05",
                    "Comedy",
                    "A widow in Paris is chased for money that she does not have.",
                    ""),
            new Movie(
                    3085,
                    "tt0032599",
                    "His Girl Friday",
                    1940,
                    "1940-01-18",
                    "Comedy",
                    "An editor will do anything to keep his best reporter for one more story.",
                    ""),
            new Movie(
                    992,
                    "tt0015324",
                    "Sherlock Jr.",
                    1924,
                    "1924-04-21",
                    "Comedy",
                    "A projectionist dreams himself into the film as a great detective.",
                    ""),
            new Movie(
                    643,
                    "tt0015648",
                    "Battleship Potemkin",
                    1925,
                    "1925-12-24",
                    "Drama",
                    "The crew of a battleship rises against its officers.",
                    ""),
            new Movie(
                    775,
                    "tt0000417",
                    "A Trip to the Moon",
                    1902,
                    "1902-04-17",
                    "Science Fiction",
                    "Six astronomers fly to the Moon in a shell.",
                    ""));

    private Classics() {}
}
