package conveyarr.request.in;

import conveyarr.events.RequestId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of requests in addresses: instance and number, such as {@code seerr-17}. */
final class RequestNames {
    private static final Pattern FORM = Pattern.compile("(.{1,100})-([1-9]\\d{0,17})");

    private RequestNames() {}

    static String of(RequestId request) {
        return request.instance() + "-" + request.number();
    }

    static Optional<RequestId> read(String name) {
        var parts = FORM.matcher(name);
        return parts.matches()
                ? Optional.of(new RequestId(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
