package conveyarr.flow.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffLimitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "2852039166",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "fe80::1",
                "fd00:ec2::254",
                "100.100.100.200",
                "0.0.0.0",
                "::",
                "255.255.255.255",
                "224.0.0.1",
                "ff02::1",
                "240.0.0.1"
            })
    void is_never_called(String address) throws UnknownHostException {
        assertThat(OffLimits.why(InetAddress.getByName(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.0.0.5",
                "172.18.0.3",
                "192.168.1.20",
                "100.64.0.9",
                "fd12:3456::1",
                "162.159.128.233",
                "2606:4700::6810:84e5",
                "64:ff9b::a29f:80e9"
            })
    void may_be_called(String address) throws UnknownHostException {
        assertThat(OffLimits.why(InetAddress.getByName(address))).isEmpty();
    }
}
