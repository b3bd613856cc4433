package conveyarr.upstream.catalogue;

import conveyarr.upstream.UpstreamTrouble.Refused;
import conveyarr.upstream.Words;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** A short conversation over TCP, for programs that speak no HTTP. Blocks a thread of the worker pool for no longer than the config allows. */
final class Dialogue {
    private static final int MOST = 4096;

    private Dialogue() {}

    static Uni<Finding> ask(Ask ask, Place place, URI base) {
        return Uni.createFrom()
                .item(() -> talk(ask, place, base))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .transform(failure -> Caller.trouble(failure, place.words(base)));
    }

    private static Finding talk(Ask ask, Place place, URI base) {
        int limit = (int) place.at().timeout().toMillis();
        try (var socket = new Socket()) {
            socket.connect(address(base), Math.min(limit, 2000));
            socket.setSoTimeout(limit);
            for (Ask.Line line : ask.dialogue()) {
                if (line.with() == null || place.value(line.with()).isPresent()) {
                    Optional<String> wrong = exchange(socket, line, place);
                    if (wrong.isPresent()) {
                        return Reading.bad(ask, wrong.get());
                    }
                }
            }
            return Finding.NOTHING;
        } catch (SocketTimeoutException _) {
            throw new UncheckedIOException(new HttpTimeoutException("no answer in time"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address(URI base) throws UnknownHostException {
        var address = new InetSocketAddress(base.getHost(), base.getPort());
        if (address.isUnresolved()) {
            throw new UnknownHostException(base.getHost());
        }
        return address;
    }

    /** What is wrong with the answer. */
    private static Optional<String> exchange(Socket socket, Ask.Line line, Place place) throws IOException {
        byte[] said = line.hex() == null
                ? place.filled(line.send()).getBytes(StandardCharsets.UTF_8)
                : HexFormat.of().parseHex(line.hex());
        socket.getOutputStream().write(said);
        socket.getOutputStream().flush();
        byte[] heard = new byte[MOST];
        int length = Math.max(socket.getInputStream().read(heard), 0);
        String answer = new String(heard, 0, length, StandardCharsets.ISO_8859_1);
        if (line.refused() != null
                && Pattern.compile(line.refused()).matcher(answer).find()) {
            throw new Refused(place.name() + " refuses our key: " + Words.line(answer));
        }
        return Pattern.compile(line.expect()).matcher(answer).find()
                ? Optional.empty()
                : Optional.of(answer.isEmpty() ? "it hangs up" : "it says: " + Words.line(answer));
    }
}
